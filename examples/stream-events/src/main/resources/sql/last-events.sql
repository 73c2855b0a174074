SELECT event AS "event", stream AS "stream", origin AS "origin",
    TO_CHAR(happened AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "time"
FROM events ORDER BY id DESC FETCH FIRST 20 ROWS ONLY
