/** What is said once about where Showup is deployed. No rule reads it: it shapes the template. */
export interface DeploymentSettings {
  /** The site's own address; the API's own where there is none. */
  readonly domain?: DomainSettings;
  readonly mail: MailDeploymentSettings;
  readonly alarms: AlarmSettings;
  readonly cors: CorsSettings;
  /** Whether CloudFront and a web ACL stand in front of the site; it needs `domain`, and the region us-east-1. */
  readonly frontDoor: boolean;
  readonly texts: TextDeploymentSettings;
}

export interface CorsSettings {
  /** Origins of the sites whose scripts may call the API in a browser. */
  readonly origins: readonly string[];
}

export interface TextDeploymentSettings {
  /** The number that texts come from, where a deployment sees to it; none where it is set up by hand. */
  readonly number?: TextNumberSettings;
  /** The most that texts may cost in a month, in US dollars, in the whole account and region; as it is where absent. */
  readonly monthlyLimit?: number;
}

/** A number for the stack to rent, by type and country; or one that the account has, by its id. */
export interface TextNumberSettings {
  readonly type?: 'long-code' | 'toll-free' | 'simulator';
  /** ISO 3166 code. */
  readonly country?: string;
  /** Of End User Messaging, such as phone-0123456789abcdef0123456789abcdef. */
  readonly id?: string;
}

export interface AlarmSettings {
  /** Who is mailed when an alarm rings. Nobody is where there is none. */
  readonly mail?: string;
}

export interface MailDeploymentSettings {
  /** Whether this stack makes the SES identity of the mail domain, or another stack of the account has made it. */
  readonly identity: 'own' | 'existing';
}

export interface DomainSettings {
  /** Host name of the site, such as sessions.example.com. */
  readonly name: string;
  /** ARN of a certificate for it in the stack's region. Where there is none, one is made in the hosted zone. */
  readonly certificateArn?: string;
  /** The zone of Route 53 that holds the name: its records are made there, and those of the mail domain below it. */
  readonly hostedZone?: HostedZoneSettings;
}

export interface HostedZoneSettings {
  /** Such as Z0123456789ABCDEFGHIJ. */
  readonly id: string;
  /** Name of the zone, such as example.com. */
  readonly name: string;
}

/** What an operator writes of it: nothing, at the least. */
export type DeploymentConfig = Partial<DeploymentSettings>;

/** The deployment that a configuration stands for, defaults filled in. */
export function deploymentSettings(config: DeploymentConfig = {}): DeploymentSettings {
  return {
    mail: { identity: 'own' },
    alarms: {},
    cors: { origins: [] },
    frontDoor: false,
    texts: {},
    ...config,
  };
}
