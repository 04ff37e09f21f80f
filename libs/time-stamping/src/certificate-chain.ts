import { type Certificate, pathLengthOf, purposesOf } from './certificate.ts';
import { CERTIFICATE_SIGNATURES, OID, UNDERSTOOD } from './oids.ts';

/** Enough for every real chain. */
const MAX_LENGTH = 6;

interface Link {
  readonly certificate: Certificate;
  /** Authorities between it and the signer. */
  readonly below: number;
}

/**
 * Says why a certificate does not lead to a trusted one at a moment (RFC 5280, section 6, without policies, name
 * constraints and revocation); nothing when it does. A trusted certificate is an anchor: nothing above it is asked.
 */
export function faultInChain(
  signer: Certificate,
  { given, trusted }: { readonly given: readonly Certificate[]; readonly trusted: readonly Certificate[] },
  at: Date,
): string | undefined {
  const anchors = new Set(trusted.map(fingerprint));
  const seen = new Set<string>();
  const waiting: Link[] = [{ certificate: signer, below: -1 }];
  let fault = 'no certificate that is trusted was found';
  // Breadth first: every certificate is reached with as few others below it as can be, and looked at once.
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { certificate, below } = next;
    if (seen.has(fingerprint(certificate))) continue;
    seen.add(fingerprint(certificate));
    const own = faultOf(certificate, at);
    if (own !== undefined) {
      fault = own;
      continue;
    }
    if (anchors.has(fingerprint(certificate))) return undefined;
    if (below + 1 >= MAX_LENGTH) continue;
    const issuers = [...trusted, ...given].filter((issuer) => hasIssued(issuer, certificate, below + 1));
    waiting.push(...issuers.map((issuer) => ({ certificate: issuer, below: below + 1 })));
  }
  return fault;
}

/** What forbids the use of a certificate at a moment, whoever issued it. */
function faultOf(certificate: Certificate, at: Date): string | undefined {
  const { x509, extensions } = certificate;
  const name = nameOf(certificate);
  if (at < x509.validFromDate || at > x509.validToDate) {
    const [from, to] = [x509.validFromDate.toISOString(), x509.validToDate.toISOString()];
    return `the certificate ${name} is valid from ${from} to ${to}, the time-stamp is of ${at.toISOString()}`;
  }
  for (const [oid, { critical }] of extensions) {
    if (critical && !UNDERSTOOD.has(oid)) return `the certificate ${name} has the critical extension ${oid}`;
  }
  return undefined;
}

/** Whether one certificate is signed by the other, which is an authority and may have that many below it. */
function hasIssued(issuer: Certificate, certificate: Certificate, below: number): boolean {
  const purposes = purposesOf(issuer);
  const most = pathLengthOf(issuer);
  return (
    issuer.x509.ca &&
    CERTIFICATE_SIGNATURES.has(certificate.signatureAlgorithm) &&
    (purposes === undefined ||
      purposes.includes(OID.timeStampingPurpose) ||
      purposes.includes(OID.anyPurpose)) &&
    (most === undefined || most >= BigInt(below)) &&
    certificate.x509.checkIssued(issuer.x509) &&
    certificate.x509.verify(issuer.x509.publicKey)
  );
}

/** The name of the holder on one line. */
export const nameOf = ({ x509 }: Certificate): string => x509.subject.replaceAll('\n', ', ');

const fingerprint = ({ x509 }: Certificate): string => x509.fingerprint256;
