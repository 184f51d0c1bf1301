// Tests speak through their results, not through the log.
process.env['LOG_LEVEL'] ??= 'silent';
