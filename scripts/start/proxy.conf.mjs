// For npm run dev, where the pages come from ng serve and everything under /api from the server.
export default { '/api': { target: `http://localhost:${process.env.API_PORT}` } };
