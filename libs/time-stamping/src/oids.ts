/** Object identifiers of RFC 3161, RFC 5652 (CMS), RFC 5035 (ESS) and RFC 5280 (certificates). */
export const OID = {
  signedData: '1.2.840.113549.1.7.2',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
  timeStampingPurpose: '1.3.6.1.5.5.7.3.8',
  anyPurpose: '2.5.29.37.0',
} as const;

/** Digests that a time-stamp may be signed over, by their names in node:crypto. */
export const DIGESTS: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Signatures over the attributes: the kind of key, and the digest where the name of the algorithm says it. */
export const SIGNATURES: Readonly<Record<string, { readonly key: 'rsa' | 'ec'; readonly digest?: string }>> =
  {
    '1.2.840.113549.1.1.1': { key: 'rsa' },
    '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
    '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
    '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
    '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
    '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
    '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
  };

const RSA_PSS = '1.2.840.113549.1.1.10';
const ED25519 = '1.3.101.112';
const ED448 = '1.3.101.113';

/** Signatures on certificates: none over SHA-1 or MD5. */
export const CERTIFICATE_SIGNATURES: ReadonlySet<string> = new Set([
  ...Object.entries(SIGNATURES).flatMap(([oid, { digest }]) => (digest === undefined ? [] : [oid])),
  RSA_PSS,
  ED25519,
  ED448,
]);

/** Critical extensions that are understood here; any other one forbids the use of its certificate. */
export const UNDERSTOOD: ReadonlySet<string> = new Set([
  OID.keyUsage,
  OID.basicConstraints,
  OID.certificatePolicies,
  OID.extendedKeyUsage,
]);
