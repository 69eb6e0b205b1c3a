# shellcheck shell=bash
# The templates of deploy/cfn.
#   templates   cfn-lint in the regions they are for, our rules (cfn-guard), and tests over the parsed
#               templates; quick
#   checkov     the common rules; a skip has its reason beside the resource
# Each tool first shows on a file of deploy/checks/seeded that it finds a mistake.

source "$ROOT/deploy/checks/lib/python.sh"

STEPS+=(templates checkov)

step_templates() {
  python_tools template-tools
  lint_templates
  guard_templates
  python3 -m pytest -q -p no:cacheprovider deploy/checks/tests/templates
}

# --- cfn-lint: the schema of every resource, in the region it will be made in ---------------------

lint_templates() {
  local found region
  found=$(cfn-lint -r ap-south-2 -- deploy/checks/seeded/lint.yaml) && die "cfn-lint finds nothing in the seeded template"
  for region in E3002 E1020 E3006; do
    grep -q "^$region" <<<"$found" || die "cfn-lint does not see $region in the seeded template"
  done
  local -a everywhere=() hyderabad=()
  local file
  for file in deploy/cfn/*.yaml; do
    case $file in
      */edge.yaml | */dr.yaml) ;;
      # App Runner is in Mumbai only; what belongs to the account is there too.
      */compute-apprunner.yaml | */cicd.yaml | */governance.yaml | */registry.yaml | */backup.yaml) everywhere+=("$file") ;;
      *) everywhere+=("$file") hyderabad+=("$file") ;;
    esac
  done
  cfn-lint -r ap-south-1 -- "${everywhere[@]}"
  cfn-lint -r ap-south-2 -- "${hyderabad[@]}" deploy/cfn/dr.yaml
  cfn-lint -r us-east-1 -- deploy/cfn/edge.yaml
}

# --- cfn-guard: our own rules ---------------------------------------------------------------------

guard_templates() {
  require_cfn_guard
  local rules failed file
  rules=$(sed -n 's/^rule \([a-z_]*\).*/\1/p' deploy/rules/invariants.guard | sort)
  failed=$("$CFN_GUARD" validate --rules deploy/rules --data deploy/checks/seeded/guard.yaml --structured -o json --show-summary none |
    python3 -c 'import json, sys; print("\n".join(sorted({r["Rule"]["name"] for r in json.load(sys.stdin)[0]["not_compliant"]})))') || true
  [ "$rules" = "$failed" ] || die "rules that refuse nothing in the seeded template: $(comm -23 <(echo "$rules") <(echo "$failed") | xargs)"
  for file in deploy/cfn/*.yaml; do
    "$CFN_GUARD" validate --rules deploy/rules --data "$file" --show-summary fail >&2 || die "$file breaks a rule of deploy/rules"
  done
}

# Amazon publishes cfn-guard as a program inside of a package for the CDK, which is the one place
# where it is to be had without compiling it. The package is checked, and nothing else of it is used.
CFN_GUARD_PACKAGE=cdklabs-cdk-validator-cfnguard==0.0.62
CFN_GUARD_SHA256=83c9c9a086de47637611f414ca90200db97e7b8cd3c4a69475b5f81034bd4b45

require_cfn_guard() {
  local place=$ROOT/target/deploy/cfn-guard machine
  CFN_GUARD=$place/$CFN_GUARD_SHA256
  [ ! -x "$CFN_GUARD" ] || return 0
  machine=$(uname -m)
  [ "$machine" != arm64 ] || machine=aarch64
  say "Fetching cfn-guard"
  rm -rf "$place"
  mkdir -p "$place"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$place" "$CFN_GUARD_PACKAGE" >&2 || die "cfn-guard could not be fetched"
  python3 - "$place" "$CFN_GUARD_SHA256" "$machine" "$(uname -s)" <<'PYTHON' || die "the package of cfn-guard is not what it was"
import hashlib, io, pathlib, sys, tarfile, zipfile

place, wanted, machine, system = pathlib.Path(sys.argv[1]), *sys.argv[2:]
(wheel,) = place.glob("*.whl")
assert hashlib.sha256(wheel.read_bytes()).hexdigest() == wanted, "another checksum"
with zipfile.ZipFile(wheel) as outer:
    inner = next(name for name in outer.namelist() if name.endswith(".jsii.tgz"))
    with tarfile.open(fileobj=io.BytesIO(outer.read(inner))) as package:
        folder = "macos" if system == "Darwin" else "ubuntu"
        program = package.extractfile(f"package/bin/{folder}/{machine}/cfn-guard")
        (place / wanted).write_bytes(program.read())
wheel.unlink()
PYTHON
  chmod +x "$CFN_GUARD"
}

# --- checkov --------------------------------------------------------------------------------------

step_checkov() {
  python_tools checkov
  if checkov_of --file deploy/checks/seeded/checkov.yaml >/dev/null 2>&1; then die "checkov finds nothing in the seeded template"; fi
  checkov_of --directory deploy/cfn
}

checkov_of() {
  checkov --framework cloudformation --compact --quiet --skip-download "$@"
}
