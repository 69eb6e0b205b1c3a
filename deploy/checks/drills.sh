# shellcheck shell=bash
# What an operator does when something is lost, leaked or handed over, done for real on servers of
# this machine. Needs ROOT and what scripts/check-deploy sources.

source "$ROOT/scripts/lib/settings.sh"
source "$ROOT/scripts/lib/test-database.sh"
source "$ROOT/deploy/checks/lib/python.sh"
source "$ROOT/deploy/checks/drills/clusters.sh"
source "$ROOT/deploy/checks/drills/services.sh"
source "$ROOT/deploy/checks/drills/calling.sh"
source "$ROOT/deploy/checks/drills/restore.sh"
source "$ROOT/deploy/checks/drills/rotation.sh"
source "$ROOT/deploy/checks/drills/adoption.sh"
source "$ROOT/deploy/checks/drills/operator.sh"
source "$ROOT/deploy/checks/drills/runbooks.sh"

STEPS+=(runbooks restore_dump restore_point_in_time rotate_secrets rotate_database_password adopt operator)

# measured TEXT
# What a drill has shown, for the person at the terminal and for the summary.
measured() {
  say "$1"
  STEP_SUMMARY+=("  $1")
}
