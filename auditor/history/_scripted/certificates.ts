import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** PEM files of one certificate and its key. */
export type CertificateFiles = { readonly cert: string; readonly key: string };

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];

/** Makes a certificate for a day's tests, signed by itself or by another one. Throws: Error without the openssl command. */
export function makeCertificate(folder: string, name: string, issuer?: CertificateFiles): CertificateFiles {
  const files = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  const signed = issuer === undefined ? [] : ['-CA', issuer.cert, '-CAkey', issuer.key];
  const use = issuer === undefined ? [] : ['-addext', 'subjectAltName=DNS:temporal.example'];
  const to = ['-keyout', files.key, '-out', files.cert, '-subj', `/CN=${name}`];
  execFileSync('openssl', ['req', '-x509', ...EC, ...to, ...use, ...signed], { stdio: 'pipe' });
  return files;
}
