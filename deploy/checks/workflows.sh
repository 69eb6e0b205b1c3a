# shellcheck shell=bash
# The pipeline.
#   workflows   actionlint (with shellcheck over the scripts inside), zizmor, and what both leave open;
#               quick
# Both first show on deploy/checks/seeded/workflow.yml that they find mistakes.

source "$ROOT/deploy/checks/lib/python.sh"

STEPS+=(workflows)

step_workflows() {
  python_tools template-tools
  have shellcheck || install_with_apt shellcheck
  seeded_workflow
  actionlint -shellcheck "$(command -v shellcheck)" .github/workflows/*.yml
  zizmor --offline --no-progress --quiet .github/workflows
  actions_are_pinned
  changes_are_seen
}

seeded_workflow() {
  local found mistake seeded=deploy/checks/seeded/workflow.yml
  found=$(actionlint -shellcheck "$(command -v shellcheck)" "$seeded") && die "actionlint finds nothing in the seeded workflow"
  for mistake in SC2086 needs; do
    grep -q "$mistake" <<<"$found" || die "actionlint does not see $mistake in the seeded workflow"
  done
  found=$(zizmor --offline --no-progress --quiet "$seeded" 2>&1) && die "zizmor finds nothing in the seeded workflow"
  for mistake in template-injection dangerous-triggers unpinned-uses; do
    grep -q "$mistake" <<<"$found" || die "zizmor does not see $mistake in the seeded workflow"
  done
}

# Every action by a full hash, with the version beside it, one hash for each action, no right at the
# top, and no secret: the pipeline proves who it is.
actions_are_pinned() {
  local file used
  for file in .github/workflows/*.yml; do
    grep -qx 'permissions: {}' "$file" || die "$file gives rights to all of its jobs"
    if grep -nE 'secrets\.|aws-access-key-id' "$file"; then die "$file uses a key that could leak"; fi
    if grep -nE 'uses: [^.]' "$file" | grep -vE '@[0-9a-f]{40} # v[0-9.]+$'; then die "$file uses an action by a name that can move"; fi
  done
  used=$(grep -hoE 'uses: [^ .]+@[0-9a-f]{40}' .github/workflows/*.yml | sort -u)
  [ "$(cut -d@ -f1 <<<"$used" | sort -u | wc -l)" -eq "$(wc -l <<<"$used")" ] || die "one action is used at two commits"
}

# scripts/changed-services, on commits made for it in a clone that is thrown away.
changes_are_seen() {
  find_cargo || { say "no Rust toolchain: changed-services is not tried"; return 0; }
  require_programs jq git -- jq git
  local clone
  clone=$(mktemp -d)
  git clone --quiet --no-local --depth 1 "file://$ROOT" "$clone/of" 2>/dev/null || { rm -rf "$clone"; die "this is no git checkout"; }
  while read -r path wanted; do
    git -C "$clone/of" checkout --quiet --detach origin/HEAD 2>/dev/null || git -C "$clone/of" checkout --quiet --detach
    mkdir -p "$(dirname "$clone/of/$path")"
    printf '\n' >>"$clone/of/$path"
    git -C "$clone/of" add -A
    git -C "$clone/of" -c user.name=check -c user.email=check@localhost commit --quiet -m change
    found=$(CHECKOUT=$clone/of scripts/changed-services HEAD~1 HEAD | xargs)
    git -C "$clone/of" reset --quiet --hard HEAD~1
    [ "$found" = "${wanted//,/ }" ] || { rm -rf "$clone"; die "changed-services: $path touches '$found', not '${wanted//,/ }'"; }
  done <<'CASES'
crates/api/src/lib.rs api
crates/cms/src/lib.rs cms
crates/domain/src/lib.rs api,cms
crates/db/src/lib.rs api,cms
crates/server/src/lib.rs api,cms
migrations/README.md api,cms
Cargo.lock api,cms
docker/Dockerfile api,cms
crates/testkit/src/lib.rs
crates/bench/src/main.rs
README.md
deploy/README.md
CASES
  [ "$(CHECKOUT=$clone/of scripts/changed-services nowhere HEAD 2>/dev/null | xargs)" = "api cms" ] || die "changed-services: an unknown beginning must mean both"
  rm -rf "$clone"
}
