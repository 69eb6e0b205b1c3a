# The handbook; its chapters are in src/handbook.
handbook = पुस्तिका
menu-help = सहायता
menu-handbook = पुस्तिका
