MERGE INTO figures USING (VALUES (
    CAST(:#${variable.metric} AS VARCHAR(40)),
    CAST(:#${header.CamelTencentVideoForEach} AS VARCHAR(255)),
    CAST(:#${variable.slot} AS TIMESTAMP WITH TIME ZONE),
    CAST(:#${variable.figure} AS DECIMAL(20, 3))
)) AS item (metric, domain, slot, figure)
ON figures.metric = item.metric AND figures.domain = item.domain AND figures.slot = item.slot
WHEN MATCHED THEN UPDATE SET figure = item.figure, deliveries = figures.deliveries + 1
WHEN NOT MATCHED THEN INSERT (metric, domain, slot, figure, deliveries)
    VALUES (item.metric, item.domain, item.slot, item.figure, 1)
