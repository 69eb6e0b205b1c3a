"""What must hold of the templates together, and inside of what linters take for plain text."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import cfn

TEMPLATES = cfn.templates()
PARAMETERS = cfn.parameters()
COMPUTE = ["compute-apprunner", "compute-ecs-express"]


def environment(template: str, service: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Plain and secret variables of a service in a template, by name."""
    resources = TEMPLATES[template]["Resources"]
    if template == "compute-apprunner":
        image = resources[f"{service.capitalize()}Service"]["Properties"]["SourceConfiguration"]["ImageRepository"]
        configuration = image["ImageConfiguration"]
        plain, secret, key = configuration["RuntimeEnvironmentVariables"], configuration["RuntimeEnvironmentSecrets"], "Value"
    elif template == "compute-ecs-express":
        container = resources[f"{service.capitalize()}Service"]["Properties"]["PrimaryContainer"]
        plain, secret, key = container["Environment"], container["Secrets"], "ValueFrom"
    else:
        container = resources[f"{service.capitalize()}Task"]["Properties"]["ContainerDefinitions"][0]
        plain, secret, key = container["Environment"], container["Secrets"], "ValueFrom"
    # A secret that a condition switches on stands inside of Fn::If.
    secret = [entry["Fn::If"][1] if "Fn::If" in entry else entry for entry in secret]
    return {e["Name"]: e["Value"] for e in plain}, {e["Name"]: e[key] for e in secret}


# --- Templates and parameters ---------------------------------------------------------------------


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_fits_into_a_call(name: str) -> None:
    """Longer ones would have to lie in a bucket first."""
    size = (cfn.CFN / f"{name}.yaml").stat().st_size
    assert size < 51_200, f"{size} bytes"


@pytest.mark.parametrize("environment_name", PARAMETERS)
def test_parameters_are_those_of_the_templates(environment_name: str) -> None:
    for entry in PARAMETERS[environment_name]["Stacks"]:
        template = TEMPLATES[entry["Stack"]]
        known = template.get("Parameters", {})
        given = set(entry["Parameters"]) | ({"Environment"} & set(known))
        assert given <= set(known), f"{entry['Stack']}: unknown {given - set(known)}"
        needed = {name for name, parameter in known.items() if "Default" not in parameter}
        assert needed <= given, f"{entry['Stack']}: missing {needed - given}"


@pytest.mark.parametrize("environment_name", PARAMETERS)
def test_parameters_obey_their_templates(environment_name: str) -> None:
    for entry in PARAMETERS[environment_name]["Stacks"]:
        known = TEMPLATES[entry["Stack"]].get("Parameters", {})
        for name, value in {**entry["Parameters"], "Environment": environment_name}.items():
            rules = known.get(name, {})
            assert isinstance(value, str), f"{name} must be text, as AWS takes it"
            if value.startswith("@") or not rules:
                continue
            assert value in rules.get("AllowedValues", [value]), f"{entry['Stack']}.{name}: {value}"
            assert re.search(rules.get("AllowedPattern", ""), value), f"{entry['Stack']}.{name}: {value}"
            if rules["Type"] == "Number":
                assert rules.get("MinValue", 0) <= float(value) <= rules.get("MaxValue", 10**9), f"{name}: {value}"


@pytest.mark.parametrize("environment_name", PARAMETERS)
def test_references_name_earlier_stacks_and_their_outputs(environment_name: str) -> None:
    earlier: list[str] = []
    for entry in PARAMETERS[environment_name]["Stacks"]:
        for name, value in entry["Parameters"].items():
            if match := re.fullmatch(r"@(.+)\.(\w+)", value):
                stack, output = match.groups()
                if stack == "image":
                    assert output in ("api", "cms"), name
                else:
                    assert stack in earlier, f"{entry['Stack']}.{name}: {stack} comes later or not at all"
                    assert output in TEMPLATES[stack]["Outputs"], f"{entry['Stack']}.{name}: {value}"
        earlier.append(entry["Stack"])


@pytest.mark.parametrize("environment_name", PARAMETERS)
def test_what_is_imported_was_exported_before_in_the_same_region(environment_name: str) -> None:
    """CloudFormation finds out only when it is half-way through."""
    there: dict[str, set[str]] = {}
    if environment_name != "account":
        account = PARAMETERS["account"]
        there[account["Region"]] = set().union(*(cfn.exports(TEMPLATES[e["Stack"]]) for e in account["Stacks"]))
    for entry in PARAMETERS[environment_name]["Stacks"]:
        region = entry.get("Region", PARAMETERS[environment_name]["Region"])
        missing = cfn.imports(TEMPLATES[entry["Stack"]]) - there.get(region, set())
        assert not missing, f"{entry['Stack']} in {region}: {missing}"
        there.setdefault(region, set()).update(cfn.exports(TEMPLATES[entry["Stack"]]))


def test_every_template_is_used() -> None:
    used = {entry["Stack"] for parameters in PARAMETERS.values() for entry in parameters["Stacks"]}
    assert used == set(TEMPLATES)


def test_exports_are_distinct_and_imported() -> None:
    exported = [name for template in TEMPLATES.values() for name in cfn.exports(template)]
    assert len(exported) == len(set(exported))
    imported = set().union(*(cfn.imports(template) for template in TEMPLATES.values()))
    assert imported <= set(exported)


@pytest.mark.parametrize("environment_name", ["staging", "prod", "dr"])
def test_databases_have_connections_for_all_instances(environment_name: str) -> None:
    """Also during a deployment, when old and new instances of one service run at once."""
    stacks = {entry["Stack"]: entry["Parameters"] for entry in PARAMETERS[environment_name]["Stacks"]}
    compute = next(stacks[name] for name in COMPUTE if name in stacks)
    api, cms = int(compute["ApiMaxSize"]), int(compute["CmsMaxSize"])
    pool = int(environment("compute-apprunner", "api")[0]["DATABASE_POOL_SIZE"]) + 2
    most = (2 * api + cms) * pool
    limit = int(stacks["data"]["MaxConnections"])
    assert most < limit, f"{most} of {limit}"
    assert int(stacks["observability"]["ConnectionsAlarm"]) <= 0.8 * limit
    for name in ("ApiMaxSize", "CmsMaxSize", "EventRetentionDays", "CmsHost", "Reader"):
        said = {parameters[name] for parameters in stacks.values() if name in parameters}
        assert len(said) <= 1, f"{name} is {said}"


# --- The environment of the services ----------------------------------------------------------------

# Set by the image, by AWS, or for other places than AWS; each of the others is set or has a default
# that fits. What is new in .env.example belongs into one of the two.
NOT_SET_HERE = {
    "APP_REVISION", "DATABASE_SSL_ROOT_CERT",  # the image
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",  # AWS, by the role
    "AWS_ENDPOINT_URL", "ALLOW_INSECURE_DATABASE", "STORAGE_DIR", "PORT", "LISTEN_ADDRESS",
    "DATABASE_SYNCHRONIZE", "DATABASE_LOGGING", "SNAPSHOT_DIR",  # no disk outlives an instance
}  # fmt: skip
# The default is what we want; a parameter can be made of one when that changes.
DEFAULTS = {
    "AGE_LEVELS", "BCRYPT_COST", "BODY_IDLE_TIMEOUT_SECONDS", "BODY_MEMORY_MB", "BODY_TIMEOUT_SECONDS",
    "CONTENT_FILTERS", "CONTENT_POLL_SECONDS", "DATABASE_CALL_DEADLINE_MS",
    "DATABASE_CHECKOUT_TIMEOUT_MS", "DATABASE_CONNECT_TIMEOUT_SECONDS",
    "DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS", "DATABASE_LOCK_TIMEOUT_MS", "DATABASE_REPLICA_PORT",
    "DATABASE_STATEMENT_TIMEOUT_MS", "DATABASE_TCP_USER_TIMEOUT_MS", "FCM_RETRY_SECONDS",
    "FCM_TEST_TOPIC", "FCM_URL", "FOUR_EYES", "HASH_QUEUE", "HEADER_TIMEOUT_SECONDS", "HTTP_WORKERS",
    "JOB_LEASE_SECONDS", "KEEP_ALIVE_SECONDS", "PUSH_PRIVATE_WORDS", "PUSH_QUIET_HOURS",
    "PUSH_STAGGER_SECONDS", "PUSH_UNDO_SECONDS", "SECONDARY_SECRET_TRUST", "SECRET_DENYLIST_SHA256",
    "SESSION_HOURS", "SESSION_IDLE_MINUTES", "SHOW_SECRET_QUESTION", "SHUTDOWN_NOTICE_SECONDS",
    "SHUTDOWN_SECONDS", "STATISTICS_MINIMUM", "STATISTICS_ROUNDING", "TOKEN_REVOCATION",
    "USE_AVATAR_CUSTOMIZATION",
}  # fmt: skip


@pytest.mark.parametrize("template", [*COMPUTE, "tasks"])
def test_every_setting_is_known_and_set(template: str) -> None:
    known = cfn.env_example()
    given: set[str] = set()
    for service in ("api", "cms"):
        plain, secret = environment(template, service)
        assert not set(plain) & set(secret)
        given |= set(plain) | set(secret)
    assert given <= known, f"unknown: {given - known}"
    left = known - given
    assert left == NOT_SET_HERE | DEFAULTS, f"not decided: {left ^ (NOT_SET_HERE | DEFAULTS)}"


@pytest.mark.parametrize("service", ["api", "cms"])
def test_all_places_give_the_same_environment(service: str) -> None:
    first = environment("compute-apprunner", service)
    for template in ("compute-ecs-express", "tasks"):
        assert environment(template, service) == first


def test_both_compute_stacks_can_take_each_others_place() -> None:
    first, second = (TEMPLATES[name] for name in COMPUTE)
    assert first["Parameters"] == second["Parameters"]
    assert set(first["Outputs"]) == set(second["Outputs"])


@pytest.mark.parametrize("template", COMPUTE)
def test_settings_that_production_depends_on(template: str) -> None:
    for service in ("api", "cms"):
        plain, _ = environment(template, service)
        assert plain["NODE_ENV"] == "production"
        assert plain["LOG_FORMAT"] == "json"
        assert plain["DATABASE_SSL_MODE"] == "verify-full"
        assert plain["DATABASE_MIGRATE"] == "false"
        assert plain["METRICS_PORT"] and int(plain["METRICS_EMF_SECONDS"]) > 0
    defaults = TEMPLATES[template]["Parameters"]
    days = {name: defaults[name]["Default"] for name in defaults if name.endswith("RetentionDays")}
    assert days == {"EventRetentionDays": "90", "MessageRetentionDays": "180", "AuditRetentionDays": "730"}


@pytest.mark.parametrize("template", COMPUTE)
def test_secrets_are_references(template: str) -> None:
    for service in ("api", "cms"):
        _, secret = environment(template, service)
        for name, value in secret.items():
            assert isinstance(value, dict) and ("Fn::Sub" in value or "Fn::ImportValue" in value), name
    _, cms = environment(template, "cms")
    assert "APPLICATION_SECRET" not in cms, "the cms signs no tokens and shall not be able to"


def test_ports_and_health() -> None:
    for service, port in (("api", 3000), ("cms", 5000)):
        runner = TEMPLATES["compute-apprunner"]["Resources"][f"{service.capitalize()}Service"]["Properties"]
        assert runner["SourceConfiguration"]["ImageRepository"]["ImageConfiguration"]["Port"] == str(port)
        assert runner["HealthCheckConfiguration"]["Protocol"] == "HTTP"
        assert runner["HealthCheckConfiguration"]["Path"] == "/health"
        express = TEMPLATES["compute-ecs-express"]["Resources"][f"{service.capitalize()}Service"]["Properties"]
        assert express["PrimaryContainer"]["ContainerPort"] == port
        assert express["HealthCheckPath"] == "/health"
        assert environment("compute-apprunner", service)[0][f"{service.upper()}_PORT"] == str(port)


# --- Inside of texts ------------------------------------------------------------------------------


def test_json_inside_of_texts() -> None:
    for name, template in TEMPLATES.items():
        for _, properties in cfn.resources(template, "AWS::ECR::Repository"):
            rules = json.loads(properties["LifecyclePolicy"]["LifecyclePolicyText"])["rules"]
            priorities = [rule["rulePriority"] for rule in rules]
            assert priorities == sorted(set(priorities)), name
            # The rule over all images must come last, or it would take the others' images.
            assert rules[-1]["selection"]["tagStatus"] == "any"
        for _, properties in cfn.resources(template, "AWS::SecretsManager::Secret"):
            generate = properties.get("GenerateSecretString")
            if generate:
                text = cfn.text_of(generate["SecretStringTemplate"]).replace("${DatabaseMasterSecret}", "arn")
                assert generate["GenerateStringKey"] not in json.loads(text)
                assert generate["ExcludePunctuation"] is True and generate["PasswordLength"] >= 32


def test_the_dashboard_is_json_about_metrics_that_exist() -> None:
    template = TEMPLATES["observability"]
    (_, properties), = cfn.resources(template, "AWS::CloudWatch::Dashboard")
    body = json.loads(cfn.text_of(properties["DashboardBody"]))
    ours = [metric[1] for widget in body["widgets"] for metric in widget["properties"]["metrics"] if metric[0].startswith("PeriodTracker/")]
    assert ours and set(ours) <= metrics_of_the_services() | {"SecretAgeDays"}


def metrics_of_the_services() -> set[str]:
    """The names in crates/server/src/metrics.rs."""
    source = (cfn.ROOT / "crates/server/src/metrics.rs").read_text()
    return set(re.findall(r'"([a-z_]+)", "[A-Z0-9]|^\s+"([a-z_]+)",$', source, re.M) and re.findall(r'"([a-z]+(?:_[a-z]+)+)"', source))


# --- Alarms ---------------------------------------------------------------------------------------


def alarms() -> list[tuple[str, dict[str, Any]]]:
    return [pair for name in ("observability", "edge") for pair in cfn.resources(TEMPLATES[name], "AWS::CloudWatch::Alarm")]


def test_every_alarm_tells_somebody_what_to_do() -> None:
    names = [cfn.text_of(properties["AlarmName"]) for _, properties in alarms()]
    assert len(names) == len(set(names))
    for name, properties in alarms():
        assert properties["AlarmActions"] == [{"Ref": "Alarms"}], name
        assert "unbook, " in properties["AlarmDescription"], f"{name} names no runbook"
        assert properties["TreatMissingData"] in ("breaching", "notBreaching", "ignore"), name


def test_alarms_are_about_metrics_that_exist() -> None:
    known = metrics_of_the_services() | {"SecretAgeDays", "CertificateDaysLeft"}
    kept = {"service", "status", "task", "kind", "outcome", "secret", "host"}
    seen = 0
    for name, properties in alarms():
        parts = [properties, *(m["MetricStat"]["Metric"] for m in properties.get("Metrics", []) if "MetricStat" in m)]
        for part in parts:
            if cfn.text_of(part.get("Namespace")).startswith("PeriodTracker/"):
                seen += 1
                assert part["MetricName"] in known, f"{name}: {part['MetricName']}"
                assert {d["Name"] for d in part["Dimensions"]} <= kept, f"{name}: a dimension that emf.rs adds up"
    assert seen > 20


def test_alarms_cover_what_was_asked_for() -> None:
    names = " ".join(cfn.text_of(properties["AlarmName"]) for _, properties in alarms())
    for needed in ("api-5xx", "cms-5xx", "api-latency", "cms-latency", "api-cpu", "api-memory", "database-connections",
                   "database-capacity", "replica-lag", "no-backup", "push-failed", "certificate-age", "secret-age", "unreachable"):  # fmt: skip
        assert needed in names


# --- The database and its passwords ---------------------------------------------------------------


def test_the_database_is_what_was_asked_for() -> None:
    resources = TEMPLATES["data"]["Resources"]
    cluster = resources["Cluster"]["Properties"]
    assert cluster["DatabaseName"]["Fn::If"][2] == "periodtracker"
    assert cluster["Port"] == 5432 and cluster["DeletionProtection"] is True and cluster["StorageEncrypted"] is True
    assert "ServerlessV2ScalingConfiguration" in cluster and "DatabaseInsightsMode" in cluster
    zones = [properties["AvailabilityZone"] for _, properties in cfn.resources(TEMPLATES["data"], "AWS::RDS::DBInstance")]
    assert len(zones) == 2 and zones[0] != zones[1]
    backup = TEMPLATES["data"]["Parameters"]["BackupDays"]
    assert backup["Default"] == 7 and backup["MinValue"] == 7
    for name, properties in cfn.resources(TEMPLATES["data"], "AWS::RDS::DBInstance"):
        assert properties["EnablePerformanceInsights"] is True, name
        assert properties["CACertificateIdentifier"] == "rds-ca-rsa4096-g1", name
    (_, group), = cfn.resources(TEMPLATES["data"], "AWS::RDS::DBClusterParameterGroup")
    assert group["Parameters"]["ssl_min_protocol_version"] == "TLSv1.2"
    assert group["Parameters"]["password_encryption"] == "scram-sha-256"


def test_no_statement_reaches_a_log() -> None:
    (_, properties), = cfn.resources(TEMPLATES["data"], "AWS::RDS::DBClusterParameterGroup")
    settings = properties["Parameters"]
    assert settings["log_statement"] == "none" and settings["log_min_duration_statement"] == "-1"
    assert settings["log_min_error_statement"] == "panic" and settings["log_error_verbosity"] == "terse"
    assert settings["log_parameter_max_length"] == "0" and settings["log_parameter_max_length_on_error"] == "0"


def test_the_services_password_alternates_between_two_roles() -> None:
    template = TEMPLATES["data"]
    assert template["Transform"].startswith("AWS::SecretsManager-"), "hosted rotation needs it"
    rotation = template["Resources"]["SecretRotation"]["Properties"]["HostedRotationLambda"]
    assert rotation["RotationType"] == "PostgreSQLMultiUser"
    assert "SuperuserSecretArn" in rotation
    secret = TEMPLATES["secrets"]["Resources"]["DatabaseSecret"]["Properties"]["GenerateSecretString"]
    made = json.loads(cfn.text_of(secret["SecretStringTemplate"]))
    assert made["username"] == "periodtracker" and made["masterarn"] == "${DatabaseMasterSecret}"
    attached = {cfn.text_of(p["SecretId"]["Fn::ImportValue"]) for _, p in cfn.resources(template, "AWS::SecretsManager::SecretTargetAttachment")}
    assert len(attached) == 2, "rotation finds the host in the secret"


def test_database_subnets_lead_nowhere() -> None:
    template = TEMPLATES["network"]
    routes = {properties["RouteTableId"]["Ref"] for _, properties in cfn.resources(template, "AWS::EC2::Route")}
    tables = {p["SubnetId"]["Ref"]: p["RouteTableId"]["Ref"] for _, p in cfn.resources(template, "AWS::EC2::SubnetRouteTableAssociation")}
    assert tables["DatabaseSubnetA"] == tables["DatabaseSubnetB"] == "DatabaseRoutes"
    assert "DatabaseRoutes" not in routes
    endpoint = template["Resources"]["FilesEndpoint"]["Properties"]
    assert {"Ref": "DatabaseRoutes"} not in endpoint["RouteTableIds"]


# --- Rights ---------------------------------------------------------------------------------------


def statements(template: dict[str, Any]) -> list[dict[str, Any]]:
    """Every statement of every policy."""
    found: list[dict[str, Any]] = []
    for part in cfn.walk(template["Resources"]):
        if isinstance(part, dict) and "Statement" in part:
            for statement in part["Statement"]:
                found += [s for s in statement["Fn::If"][1:]] if "Fn::If" in statement else [statement]
    return found


# Actions for which AWS knows no resource.
WITHOUT_RESOURCE = {"ecr:GetAuthorizationToken", "inspector2:ListCoverage", "inspector2:ListFindings"}


def test_no_role_may_do_everything() -> None:
    for name, template in TEMPLATES.items():
        for _, role in cfn.resources(template, "AWS::IAM::Role"):
            for policy in role.get("Policies", []):
                for statement in policy["PolicyDocument"]["Statement"]:
                    actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
                    assert not any(action.endswith("*") for action in actions), f"{name}: {actions}"
                    if statement["Resource"] == "*":
                        assert set(actions) <= WITHOUT_RESOURCE, f"{name}: {actions} on everything"


def test_services_read_their_own_secrets_only() -> None:
    allowed = {"Api": {"DatabaseSecretArn", "ApplicationSecretArn"}, "Cms": {"DatabaseSecretArn", "EditorsSecretArn", "FirebaseSecretArn"}}
    for template, role in (("compute-apprunner", "InstanceRole"), ("compute-ecs-express", "ExecutionRole"), ("tasks", "ExecutionRole")):
        for service, names in allowed.items():
            policies = TEMPLATES[template]["Resources"][f"{service}{role}"]["Properties"]["Policies"]
            policy = next(p for p in policies if p["PolicyName"] == "secrets")
            resources = policy["PolicyDocument"]["Statement"][0]["Resource"]
            assert {cfn.text_of(r["Fn::ImportValue"]).rsplit("-", 1)[1] for r in resources} == names


def test_the_pipeline_is_bound_to_repository_and_place() -> None:
    subjects = {}
    for name, role in cfn.resources(TEMPLATES["cicd"], "AWS::IAM::Role"):
        (statement,) = role["AssumeRolePolicyDocument"]["Statement"]
        equals = statement["Condition"]["StringEquals"]
        assert equals["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com"
        subjects[name] = cfn.text_of(equals["token.actions.githubusercontent.com:sub"])
    assert subjects == {
        "PushRole": "repo:${Repository}:ref:refs/heads/main",
        "DeployStagingRole": "repo:${Repository}:environment:staging",
        "DeployProdRole": "repo:${Repository}:environment:prod",
    }
    assert not [n for t in TEMPLATES.values() for n, _ in cfn.resources(t, "AWS::IAM::AccessKey")]


def test_operators_need_a_second_factor() -> None:
    template = TEMPLATES["governance"]
    for name in ("ReaderRole", "OperatorRole"):
        (statement,) = template["Resources"][name]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
        assert statement["Condition"]["Bool"] == {"aws:MultiFactorAuthPresent": "true"}
    deny = [s for s in statements(template) if s.get("Sid") == "NothingWithoutIt"]
    assert deny and deny[0]["Effect"] == "Deny" and "NotAction" in deny[0]


def test_cloudfront_reads_recordings_and_nothing_else() -> None:
    (_, properties), = cfn.resources(TEMPLATES["storage"], "AWS::S3::BucketPolicy")
    allow = [s for s in properties["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
    pattern = cfn.text_of(allow[0]["Resource"]).removeprefix("${Bucket.Arn}/")
    like = re.compile(re.escape(pattern).replace(r"\?", ".").replace(r"\*", ".*"))
    assert len(allow) == 1
    assert like.fullmatch("0b7e0f0e-9c2e-4d06-a8b2-0f0c9d7f1b11-voice-1a2b3c4d.mp3")
    assert not like.fullmatch("erasures/2026/11/0b7e0f0e9c2e4d06a8b20f0c9d7f1b11.json")


# --- The edge -------------------------------------------------------------------------------------


def test_recordings_have_the_headers_of_the_services() -> None:
    edge = TEMPLATES["edge"]["Resources"]
    behaviors = edge["Distribution"]["Properties"]["DistributionConfig"]["CacheBehaviors"]
    (recordings,) = (behavior for behavior in behaviors if behavior["TargetOriginId"] == "files")
    assert recordings["ResponseHeadersPolicyId"] == {"Ref": "AsTheCmsWouldSay"}
    headers = edge["AsTheCmsWouldSay"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    services = (cfn.ROOT / "crates/server/src/headers.rs").read_text(encoding="utf-8")
    assert f'"{headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]}"' in services
    transport = headers["StrictTransportSecurity"]
    assert f'"max-age={transport["AccessControlMaxAgeSec"]}; includeSubDomains"' in services and transport["IncludeSubdomains"] is True
    assert all(header["Override"] is True for header in headers.values())


def test_people_are_led_from_http_and_programs_are_not() -> None:
    config = TEMPLATES["edge"]["Resources"]["Distribution"]["Properties"]["DistributionConfig"]
    policies = {behavior["PathPattern"]: behavior["ViewerProtocolPolicy"] for behavior in config["CacheBehaviors"]}
    assert policies["/mobile/*"] == policies["/voice-overs/*"] == "https-only"
    assert config["DefaultCacheBehavior"]["ViewerProtocolPolicy"] == "redirect-to-https"
    assert config["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1.2_2021"


# --- Skips ----------------------------------------------------------------------------------------


def test_every_skip_of_a_check_has_a_reason() -> None:
    for name, template in TEMPLATES.items():
        for resource, body in template["Resources"].items():
            for skip in body.get("Metadata", {}).get("checkov", {}).get("skip", []):
                assert len(skip.get("comment", "")) > 20, f"{name}.{resource}: {skip['id']}"
