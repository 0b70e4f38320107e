import type { FastifyError, FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** One error shape, whatever went wrong; what is said to the person never quotes a record. */
export const problems = fp(async (app: FastifyInstance) => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.validation) {
      const [first] = error.validation;
      const where = [error.validationContext, first?.instancePath.slice(1)]
        .filter(Boolean)
        .join(' ');
      return reply.code(400).send({
        code: 'not-understood',
        message: `The request was not understood: ${where} ${first?.message ?? 'is not valid'}.`,
      });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ code: 'refused', message: error.message });
    // The stack, not the statement or its values: those hold clients' data.
    request.log.error(
      { code: error.code, stack: error.stack?.replace(/^.*\n/, '') },
      'request failed',
    );
    return reply.code(500).send({
      code: 'failed',
      message: 'The server could not answer. Nothing was changed. Try again.',
    });
  });
});

export const NOT_FOUND = {
  code: 'not-found',
  message: 'You do not have access to this record, or it does not exist.',
} as const;
