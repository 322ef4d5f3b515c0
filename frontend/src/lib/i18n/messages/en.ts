import common from "./common.en";
import nav from "./nav.en";
import error from "./error.en";
import account from "./account.en";
import market from "./market.en";
import offer from "./offer.en";
import demand from "./demand.en";
import officer from "./officer.en";
import deal from "./deal.en";
import proposal from "./proposal.en";
import contract from "./contract.en";
import line from "./line.en";
import notice from "./notice.en";
import office from "./office.en";
import reason from "./reason.en";

export default {
  ...common,
  ...nav,
  ...error,
  ...account,
  ...market,
  ...offer,
  ...demand,
  ...officer,
  ...deal,
  ...proposal,
  ...contract,
  ...line,
  ...notice,
  ...office,
  ...reason,
};
