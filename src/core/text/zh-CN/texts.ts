import care from './care.json' with { type: 'json' };
import cases from './cases.json' with { type: 'json' };
import catalogue from './catalogue.json' with { type: 'json' };
import changing from './changing.json' with { type: 'json' };
import checks from './checks.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import discord from './discord.json' with { type: 'json' };
import forms from './forms.json' with { type: 'json' };
import fulfilling from './fulfilling.json' with { type: 'json' };
import insight from './insight.json' with { type: 'json' };
import link from './link.json' with { type: 'json' };
import model from './model.json' with { type: 'json' };
import lists from './lists.json' with { type: 'json' };
import notes from './notes.json' with { type: 'json' };
import offers from './offers.json' with { type: 'json' };
import orders from './orders.json' with { type: 'json' };
import reviewing from './reviewing.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import slack from './slack.json' with { type: 'json' };
import team from './team.json' with { type: 'json' };
import telegram from './telegram.json' with { type: 'json' };
import timeline from './timeline.json' with { type: 'json' };
import unsure from './unsure.json' with { type: 'json' };

/** Every text of this language, one file per feature. */
export const cn = {
  care,
  cases,
  catalogue,
  changing,
  checks,
  desk,
  discord,
  forms,
  fulfilling,
  insight,
  link,
  model,
  lists,
  notes,
  offers,
  orders,
  reviewing,
  setup,
  slack,
  team,
  telegram,
  timeline,
  unsure,
};
