-- The parameters are account, address and purpose, in this order.
WITH known AS (
    SELECT last_success_at FROM known_address WHERE account_key = $1 AND address_key = $2
),
failed AS (
    SELECT
        failed_at,
        address_key = $2
            AND failed_at > now() - interval '1 day'
            AND failed_at > COALESCE((SELECT last_success_at FROM known), '-infinity') AS of_pair
    FROM sign_in_failure
    WHERE account_key = $1 AND purpose = $3 AND failed_at > now() - interval '30 days'
)
SELECT
    count(*) FILTER (WHERE of_pair) AS pair,
    extract(epoch FROM now() - max(failed_at) FILTER (WHERE of_pair))::bigint AS since_last,
    count(*) FILTER (WHERE failed_at > now() - interval '1 hour') AS hour,
    count(*) FILTER (WHERE failed_at > now() - interval '1 day') AS day,
    count(*) AS month,
    EXISTS (SELECT FROM known) AS known_address
FROM failed
