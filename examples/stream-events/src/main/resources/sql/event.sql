INSERT INTO events (event, stream, happened, origin) VALUES (
    CAST(:#${header.CamelTencentVideoEvent} AS VARCHAR(40)),
    CAST(:#${variable.stream} AS VARCHAR(400)),
    CAST(:#${variable.time} AS TIMESTAMP WITH TIME ZONE),
    CAST(:#${header.CamelTencentVideoOrigin} AS VARCHAR(10))
)
