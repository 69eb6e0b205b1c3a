# The handbook; its chapters are in src/handbook.
handbook = Handbook
menu-help = Help
menu-handbook = Handbook
