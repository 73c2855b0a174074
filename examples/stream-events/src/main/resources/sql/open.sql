MERGE INTO tickets USING (VALUES (
    CAST(:#${variable.stream} AS VARCHAR(400)),
    CAST(:#${variable.time} AS TIMESTAMP WITH TIME ZONE)
)) AS event (stream, happened)
ON tickets.stream = event.stream
WHEN MATCHED THEN UPDATE SET opened = GREATEST(COALESCE(tickets.opened, event.happened), event.happened)
WHEN NOT MATCHED THEN INSERT (stream, opened) VALUES (event.stream, event.happened)
