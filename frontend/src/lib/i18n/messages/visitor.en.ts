import common from "./common.en";
import nav from "./nav.en";
import error from "./error.en";
import account from "./account.en";
import market from "./market.en";
import map from "./map.en";
import apiDocs from "./api-docs.en";
import rules from "./rules.en";

/** What every page may say: it comes with the app. */
export default {
  ...common,
  ...nav,
  ...error,
  ...account,
  ...market,
  ...map,
  ...apiDocs,
  ...rules,
};
