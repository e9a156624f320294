/** What a fixed rule sees in a prompt. The rules are data, `prompt-rules.<locale>.json`: patterns, tried in order. */

/**
 * @typedef {object} RuleFile
 * @property {Record<string, string[]>} parts  words that stand in a pattern as `<name>`
 * @property {Record<string, string[]>} rules  patterns, by the name of the rule; without accents, for none is looked at
 * @property {string[]} tells_none  the rules that find enough to say that something is not there
 */

const LONGEST = 60;

/** The rules of a language, or none where they cannot be had. @param {string} locale @returns {Promise<Rules>} */
export async function loadRules(locale) {
  try {
    const answer = await fetch(new URL(`./prompt-rules.${locale}.json`, import.meta.url));
    return new Rules(answer.ok ? await answer.json() : undefined);
  } catch {
    return new Rules();
  }
}

export class Rules {
  /** @type {Map<string, RegExp[]>} */
  #patterns = new Map();
  /** @type {string[]} */
  #tellsNone;

  /** @param {RuleFile} [file] */
  constructor({ parts, rules, tells_none: tellsNone } = { parts: {}, rules: {}, tells_none: [] }) {
    this.#tellsNone = tellsNone;
    for (const [name, patterns] of Object.entries(rules)) {
      const whole = patterns.map((pattern) => pattern.replace(/<([a-z]+)>/g, (_, part) => `(?:${parts[part]?.join("|")})`));
      this.#patterns.set(name, whole.map((pattern) => new RegExp(pattern, "i")));
    }
  }

  /** Whether a rule may say that it sees nothing. @param {string} name */
  tellsNone(name) {
    return this.#tellsNone.includes(name);
  }

  /**
   * The words of a text in which a rule sees what it looks for, cut short where they are long; else nothing.
   * @param {string} name
   * @param {string} text
   */
  seen(name, text) {
    const whole = text.normalize("NFC");
    const bare = whole.replace(/[\u00c0-\u017f]/g, (sign) => sign.normalize("NFD").charAt(0));
    for (const pattern of this.#patterns.get(name) ?? []) {
      const match = pattern.exec(bare);
      if (!match) continue;
      const end = match.index + match[0].length;
      const rest = /[\p{L}\p{N}]$/u.test(match[0]) ? (/^[\p{L}\p{N}]*/u.exec(whole.slice(end))?.[0] ?? "") : "";
      return short(whole.slice(match.index, end) + rest);
    }
    return "";
  }
}

/** @param {string} words */
function short(words) {
  const line = words.replace(/\s+/g, " ").replace(/^[\s,.:;?!]+|[\s,.:;?!]+$/g, "");
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s\S*$/, "")} …` : line;
}
