import common from "./common.vi";
import nav from "./nav.vi";
import error from "./error.vi";
import account from "./account.vi";
import market from "./market.vi";
import map from "./map.vi";
import apiDocs from "./api-docs.vi";
import rules from "./rules.vi";

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
