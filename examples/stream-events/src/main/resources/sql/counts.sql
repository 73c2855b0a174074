SELECT
    (SELECT COUNT(*) FROM events) AS "events",
    (SELECT COUNT(*) FROM events WHERE origin = 'push') AS "push",
    (SELECT COUNT(*) FROM events WHERE origin = 'poll') AS "poll",
    (SELECT COUNT(*) FROM tickets WHERE closed IS NULL OR closed < opened) AS "open",
    (SELECT COUNT(*) FROM tickets WHERE closed >= opened OR opened IS NULL) AS "closed"
