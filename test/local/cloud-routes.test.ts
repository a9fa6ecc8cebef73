import { describe, expect, it } from 'vitest';
import { findRoute } from '../../local/http/routes.ts';

const keys = [
  '$default',
  'GET /pets',
  'ANY /pets',
  'GET /pets/{id}',
  'GET /pets/mine',
  'GET /pets/{rest+}',
  'ANY /{all+}',
];
const routes = keys.map((key) => ({ key, functionArn: 'arn', timeoutMs: 1000 }));

describe('the route of a request', () => {
  it.each([
    ['GET', '/pets', 'GET /pets', {}],
    ['POST', '/pets', 'ANY /pets', {}],
    ['GET', '/pets/mine', 'GET /pets/mine', {}],
    ['GET', '/pets/7', 'GET /pets/{id}', { id: '7' }],
    ['GET', '/pets/7/food', 'GET /pets/{rest+}', { rest: '7/food' }],
    ['POST', '/pets/7', 'ANY /{all+}', { all: 'pets/7' }],
    ['GET', '/', '$default', {}],
  ])('%s %s is %s', (method, path, key, pathParameters) => {
    expect(findRoute(routes, method, path)).toMatchObject({ route: { key }, pathParameters });
  });

  it('is none where nothing matches', () => {
    const few = routes.filter(({ key }) => key === 'GET /pets/{id}');
    expect(findRoute(few, 'GET', '/pets')).toBeUndefined();
    expect(findRoute(few, 'GET', '/pets/')).toBeUndefined();
    expect(findRoute(few, 'DELETE', '/pets/7')).toBeUndefined();
    expect(findRoute(few, 'GET', '/pets/7/')).toBeUndefined();
  });
});
