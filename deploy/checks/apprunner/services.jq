# The emulator's configuration: both services as App Runner describes them.
def service(name; port; revision):
  {ServiceName: "periodtracker-test-\(name)", Port: (port | tonumber),
   HealthCheckConfiguration: {Protocol: "HTTP", Path: "/health", Interval: 1, Timeout: 1, HealthyThreshold: 2, UnhealthyThreshold: 4},
   SourceConfiguration: {
     AutoDeploymentsEnabled: false,
     AuthenticationConfiguration: {AccessRoleArn: "arn:aws:iam::000000000000:role/ecr-access"},
     ImageRepository: {
       ImageIdentifier: "\($registry)/\(name):\(revision)", ImageRepositoryType: "ECR",
       ImageConfiguration: {
         Port: (if name == "api" then "3000" else "5000" end),
         RuntimeEnvironmentVariables: {
           DATABASE_HOST: $database, DATABASE_PORT: $database_port, DATABASE_SSL_ROOT_CERT: "/ca/ca.pem",
           DATABASE_SSL_MODE: "verify-full", TRUSTED_PROXY_HOPS: "1"},
         RuntimeEnvironmentSecrets: (
           {DATABASE_PASSWORD: "arn:secret:database", APPLICATION_SECRET: "arn:secret:application"}
           + if name == "cms" then {PASSPORT_SECRET: "arn:secret:passport"} else {} end)}}}};

{docker: ["--add-host", "\($database):127.0.0.1", "--volume", "\($ca):/ca:ro"],
 secrets: {"arn:secret:database": ($password | rtrimstr("\n")), "arn:secret:application": ($application | rtrimstr("\n")),
   "arn:secret:passport": ($passport | rtrimstr("\n"))},
 services: [service("api"; $api; $revision), service("cms"; $cms; $revision)]}
