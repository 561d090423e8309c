/** What the control plane answers to a wrong call. */
export interface RefusalBody {
  /** One sentence: what was wrong, and what there is instead. */
  readonly message: string;
  /** Where in the body, such as `taxpayers[2].gstin`. */
  readonly path?: string;
  /** What would have been right, where that is a list. */
  readonly known?: readonly string[];
}

/** A call of the control plane that was wrong. Nothing has changed by it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** The HTTP status that says so. */
  readonly status: number;
  readonly body: RefusalBody;

  constructor(status: number, body: RefusalBody) {
    super(body.path ? `${body.path}: ${body.message}` : body.message);
    this.status = status;
    this.body = body;
  }
}
