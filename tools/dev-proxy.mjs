// Where Angular's dev server sends what belongs to the API.
const target = `http://127.0.0.1:${process.env.API_PORT ?? 3001}`;

export default { '/api': { target }, '/health': { target } };
