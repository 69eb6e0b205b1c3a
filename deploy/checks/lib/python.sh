# shellcheck shell=bash
# Tools that come as Python packages, each set of them in an environment of its own below
# target/. Needs ROOT.

# python_tools NAME
# Installs what deploy/checks/NAME.txt lists, once, and puts it first in PATH.
python_tools() {
  local list=$ROOT/deploy/checks/$1.txt place=$ROOT/target/deploy/$1
  if ! cmp -s "$list" "$place/installed"; then
    require_programs python3 -- python3 python3-venv
    python3 -c 'import ensurepip' 2>/dev/null || install_with_apt python3-venv
    say "Installing $(tr '\n' ' ' <"$list")"
    rm -rf "$place"
    python3 -m venv "$place" >&2 || die "python3 could not make an environment"
    "$place/bin/pip" install --quiet --disable-pip-version-check --requirement "$list" >&2 || die "pip could not install $list"
    cp "$list" "$place/installed"
  fi
  case :$PATH: in *":$place/bin:"*) ;; *) export PATH=$place/bin:$PATH ;; esac
}
