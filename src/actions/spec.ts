/** One input of an action: all that parser, `action.yml` and README need to know of it. */
export interface InputSpec {
  readonly name: string;
  readonly description: string;
  /** As in `action.yml`; '' for none: then "not given" means something else, which the description says. */
  readonly default: string;
  /** Masked before anything else happens, and never told in a message. */
  readonly secret?: true;
  /** Blanks around it belong to the value; only a line break at its end, which YAML adds, does not. */
  readonly exact?: true;
  /** The environment variable that is read where the input is empty. */
  readonly env?: string;
}

/** The default, as far as it is known here: an expression is a default only where the runner evaluates it. */
export function knownDefault({ default: value }: InputSpec): string {
  return value.startsWith('${{') ? '' : value;
}

/** One output of an action. */
export interface OutputSpec {
  readonly name: string;
  readonly description: string;
  /**
   * What it is where a step that ended well has nothing to say. In a step that fails it is '' until it is known: `0` and
   * `[]` are facts.
   */
  readonly empty: '' | '0' | '[]' | 'false';
  /** Never shown in the log. */
  readonly secret?: true;
}

/** One action, which is one verb: everything that its `action.yml` says. */
export interface ActionSpec {
  /** Where its `action.yml` lies; '' for the root of the repository. */
  readonly folder: string;
  readonly title: string;
  readonly description: string;
  /** Files of `dist/` that the runner starts. */
  readonly main: string;
  readonly post?: string;
  readonly inputs: readonly InputSpec[];
  readonly outputs: readonly OutputSpec[];
}
