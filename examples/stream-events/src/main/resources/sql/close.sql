MERGE INTO tickets USING (VALUES (
    CAST(:#${variable.stream} AS VARCHAR(400)),
    CAST(:#${variable.time} AS TIMESTAMP WITH TIME ZONE)
)) AS event (stream, happened)
ON tickets.stream = event.stream
WHEN MATCHED THEN UPDATE SET closed = GREATEST(COALESCE(tickets.closed, event.happened), event.happened)
WHEN NOT MATCHED THEN INSERT (stream, closed) VALUES (event.stream, event.happened)
