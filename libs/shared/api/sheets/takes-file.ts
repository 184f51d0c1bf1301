import { ApiBody, ApiConsumes } from '@nestjs/swagger';

/** The body of the request is a file as it is; `plain-body.ts` of the API names the addresses that take one. */
export const TakesFile = (): MethodDecorator => (target, name, descriptor) => {
  ApiConsumes('application/octet-stream')(target, name, descriptor);
  ApiBody({ schema: { type: 'string', format: 'binary' } })(target, name, descriptor);
};
