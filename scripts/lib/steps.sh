# shellcheck shell=bash
# Running named steps one after the other, with a summary at the end. A step is a function
# step_NAME. The first that fails ends the script.

# The steps there are, which run when none is named.
STEPS=()

STEP=
STEP_STARTED=0
STEP_NOTE=
STEP_SUMMARY=()

# require_known_steps NAME...
# Ends the script where a name is none of its steps.
require_known_steps() {
  local step
  for step in "$@"; do
    case " ${STEPS[*]} " in
      *" $step "*) ;;
      *) say "usage: scripts/${0##*/} [STEP...]; the steps are: ${STEPS[*]}"; exit 2 ;;
    esac
  done
}

# run_steps NAME...
run_steps() {
  for STEP in "$@"; do
    printf '\n== %s\n' "$STEP" >&2
    STEP_STARTED=$SECONDS
    STEP_NOTE=
    "step_$STEP"
    if [ -n "$STEP_NOTE" ]; then
      STEP_SUMMARY+=("$STEP: not checked ($STEP_NOTE)")
    else
      STEP_SUMMARY+=("$STEP: passed ($((SECONDS - STEP_STARTED)) s)")
    fi
  done
  STEP=
}

# not_checked REASON
# To be called by a step that cannot do its work here. That is no failure, but it must
# never look like a success either.
not_checked() {
  STEP_NOTE=$1
  printf '\n!!! %s: NOT CHECKED: %s\n\n' "$STEP" "$1" >&2
}

# For the script's exit trap: a step that is still open then is the one that failed.
print_step_summary() {
  local line
  if [ -n "$STEP" ]; then
    STEP_SUMMARY+=("$STEP: FAILED ($((SECONDS - STEP_STARTED)) s)")
  fi
  printf '\nSummary, %s s in all\n' "$SECONDS" >&2
  for line in ${STEP_SUMMARY[@]+"${STEP_SUMMARY[@]}"}; do printf '  %s\n' "$line" >&2; done
}
