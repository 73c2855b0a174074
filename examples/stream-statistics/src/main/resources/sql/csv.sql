SELECT line FROM (
    SELECT 0 AS part, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS slot, 'time,domain,metric,figure' AS line
    UNION ALL
    SELECT 1, slot,
        TO_CHAR(slot AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ',' || domain || ',' || metric || ',' || figure
    FROM figures
    WHERE slot > (SELECT MAX(slot) FROM figures) - INTERVAL '1' HOUR * CAST(:#hours AS INTEGER)
) AS lines
ORDER BY part, slot, line
