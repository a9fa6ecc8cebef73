/**
 * Stands in bundles for the SDK's search for credentials, which looks into files, single sign-on and instances, and
 * makes up a quarter of a bundle and of its start. Lambda gives credentials in the environment and nowhere else. Throws if it gave none.
 */
export function defaultProvider() {
  return async () => ({
    accessKeyId: given('AWS_ACCESS_KEY_ID'),
    secretAccessKey: given('AWS_SECRET_ACCESS_KEY'),
    sessionToken: process.env['AWS_SESSION_TOKEN'],
  });
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
}
