/** What is measured, in the units that it is paid by where there are such. */
export type Meter =
  /** Write request units of the table, by caller, action and index. */
  | 'table.writeUnits'
  | 'table.readUnits'
  /** Calls behind the AWS endpoint, by caller, service and action. */
  | 'calls'
  | 'functions.runs'
  /** From a run's start to its end, in ms of real time. */
  | 'functions.ms'
  /** What the runs used of a processor of this machine, in ms. */
  | 'functions.processorMs'
  | 'schedules.fired'
  /** Events of ours on a bus, each begun 64 kB counted. */
  | 'events.published'
  | 'mails.recipients'
  | 'mails.bytes'
  /** By direction and country code. */
  | 'texts.parts'
  /** By route. Those of `POST /webhooks/sns` are SNS's deliveries. */
  | 'http.requests'
  | 'http.bytes'
  | 'queues.sent'
  | 'logs.bytes'
  /** Hours in which a metric of ours was sent, by the function that did and the metric. */
  | 'metrics.hours';

/** Amounts by what they are of, by meter. */
export type UsageReport = Readonly<Partial<Record<Meter, Readonly<Record<string, number>>>>>;

/** What the cloud was used for since it started, or since its meters were set back. */
export class Usage {
  readonly #meters = new Map<Meter, Map<string, number>>();

  add(meter: Meter, of: string, amount = 1): void {
    const amounts = this.#amounts(meter);
    amounts.set(of, (amounts.get(of) ?? 0) + amount);
  }

  report(): UsageReport {
    return Object.fromEntries(
      [...this.#meters].map(([meter, amounts]) => [meter, Object.fromEntries(amounts)]),
    );
  }

  #amounts(meter: Meter): Map<string, number> {
    const amounts = this.#meters.get(meter) ?? new Map<string, number>();
    this.#meters.set(meter, amounts);
    return amounts;
  }
}
