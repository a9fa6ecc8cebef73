import { App } from 'aws-cdk-lib';
import cdkJson from '../cdk.json' with { type: 'json' };
import { loadSettings } from './settings.ts';
import { ShowupStack } from './stack.ts';
import { stageNamed } from './stage.ts';

const settings = await loadSettings();
// What the CDK's CLI would pass is said here as well, so that `node cdk/app.ts` gives the same template.
const app = new App({
  context: {
    ...cdkJson.context,
    'aws:cdk:enable-asset-metadata': true,
    'aws:cdk:enable-path-metadata': true,
  },
  analyticsReporting: false,
  treeMetadata: false,
});
const stage = stageNamed(app.node.tryGetContext('stage'));

new ShowupStack(app, `showup-${stage.name}`, {
  stage,
  mailFrom: settings.brand.mailFrom,
  logo: settings.brand.logo,
  textProvider: settings.texts.provider,
  horizonDays: settings.policy.offering.horizonDays,
  brand: settings.brand,
  deployment: settings.deployment,
  description: `Showup (${stage.name}): booking of live support sessions`,
});
app.synth();
