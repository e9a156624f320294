/** The participation code: path, month and content version, with a check number; as `plan/code.py` writes it. Pure. */

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MODULUS = 37;

/**
 * @param {string} role  its id
 * @param {string} month  such as `2027-02`
 * @param {string} version  eight signs
 */
export function codeOf(role, month, version) {
  const body = ["HV", role.toUpperCase(), month.slice(2).replace("-", ""), version].join("-");
  return `${body}-${String(checkNumber(body)).padStart(2, "0")}`;
}

/** From 0 to 36, by ISO/IEC 7064 MOD 37-2; O counts as 0, I and L as 1. @param {string} body */
function checkNumber(body) {
  const signs = body.replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const total = [...signs].reduce((sum, sign) => (2 * sum + SIGNS.indexOf(sign)) % MODULUS, 0);
  return (1 - 2 * total + 2 * MODULUS) % MODULUS;
}
