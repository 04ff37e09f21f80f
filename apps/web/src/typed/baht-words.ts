import { parseBaht } from '#kernel';

const DIGITS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'] as const;
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'] as const;
const MILLION = 1_000_000n;

/** An amount in Thai words as it stands on vouchers and as BAHTTEXT says it; takes decimal baht such as `"1234.50"`. */
export function bahtWords(baht: string): string {
  const satang = BigInt(parseBaht(baht));
  const amount = satang < 0n ? -satang : satang;
  const [whole, part] = [amount / 100n, amount % 100n];
  const said = [
    ...(whole === 0n && part > 0n ? [] : [`${whole === 0n ? 'ศูนย์' : numberWords(whole)}บาท`]),
    part === 0n ? 'ถ้วน' : `${numberWords(part)}สตางค์`,
  ];
  return `${satang < 0n ? 'ลบ' : ''}${said.join('')}`;
}

/** Millions are said anew for every six digits. */
function numberWords(number: bigint): string {
  const [millions, rest] = [number / MILLION, number % MILLION];
  if (millions === 0n) return belowMillion(rest, false);
  return `${numberWords(millions)}ล้าน${belowMillion(rest, true)}`;
}

function belowMillion(number: bigint, followsMillions: boolean): string {
  const digits = String(number).split('').reverse();
  return digits
    .map((digit, place) => {
      if (digit === '0') return '';
      // One after tens, hundreds or millions is said เอ็ด; two tens are ยี่สิบ, one ten is สิบ.
      if (place === 0 && digit === '1' && (digits.length > 1 || followsMillions)) return 'เอ็ด';
      if (place === 1 && digit === '1') return 'สิบ';
      if (place === 1 && digit === '2') return 'ยี่สิบ';
      return `${DIGITS[Number(digit)] ?? ''}${PLACES[place] ?? ''}`;
    })
    .reverse()
    .join('');
}
