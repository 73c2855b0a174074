SELECT stream AS "stream", TO_CHAR(opened AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "opened"
FROM tickets WHERE closed IS NULL OR closed < opened ORDER BY tickets.opened DESC, stream FETCH FIRST 100 ROWS ONLY
