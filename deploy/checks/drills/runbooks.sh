# shellcheck shell=bash
# The runbooks name nothing that is not there.

# Quick: without programs (BIN) their subcommands are not asked for.
step_runbooks() {
  local seeded wanted said
  python_tools drill-tools
  seeded=$(mktemp -d)
  cat >"$seeded/page.md" <<'PAGE'
[away](nowhere.md) `scripts/gone prod` `aws rds modify-db-cluster --db-cluster-identifier a --no-such-flag`
`scripts/stacks plan prod nothing` `scripts/check-deploy nothing` `scripts/rotate-secret --forget prod editors`
PAGE
  said=$(RUNBOOKS=$seeded python3 "$ROOT/deploy/checks/drills/runbooks.py" "${STEPS[@]}" 2>&1) && die "mistakes in a runbook go unnoticed"
  for wanted in nowhere.md scripts/gone --no-such-flag "no stack nothing" "no step nothing" --forget; do
    grep -qF -- "$wanted" <<<"$said" || die "a runbook may name $wanted: $said"
  done
  rm -r "$seeded"
  measured "runbooks: $(python3 "$ROOT/deploy/checks/drills/runbooks.py" "${STEPS[@]}")"
}
