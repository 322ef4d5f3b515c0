import common from "./common.vi";
import nav from "./nav.vi";
import error from "./error.vi";
import account from "./account.vi";
import market from "./market.vi";
import offer from "./offer.vi";
import demand from "./demand.vi";
import officer from "./officer.vi";
import deal from "./deal.vi";
import proposal from "./proposal.vi";
import contract from "./contract.vi";
import line from "./line.vi";
import notice from "./notice.vi";
import office from "./office.vi";
import reason from "./reason.vi";

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
