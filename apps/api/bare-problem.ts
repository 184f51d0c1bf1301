// What is wrong already in the outermost wrapping of a request, answered before there is a request to speak of.

const refusals: Record<string, { status: number; title: string; code: string; reason: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'Too large.',
    code: 'input.too-large',
    reason: 'Request Header Fields Too Large',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'It took too long to arrive.',
    code: 'input.too-slow',
    reason: 'Request Timeout',
  },
};

/** A whole HTTP answer as text: problem JSON, and the connection ends. */
export function problemOf(fault: string | undefined): string {
  const { status, title, code, reason } = refusals[fault ?? ''] ?? {
    status: 400,
    title: 'The input is not valid.',
    code: 'input.malformed',
    reason: 'Bad Request',
  };
  const body = JSON.stringify({ type: 'about:blank', status, code, title });
  return [
    `HTTP/1.1 ${status} ${reason}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
