import common from "./common.vi";
import nav from "./nav.vi";
import error from "./error.vi";
import account from "./account.vi";
import market from "./market.vi";
import offer from "./offer.vi";
import demand from "./demand.vi";
import officer from "./officer.vi";
import line from "./line.vi";
import notice from "./notice.vi";
import office from "./office.vi";

export default { ...common, ...nav, ...error, ...account, ...market, ...offer, ...demand, ...officer, ...line, ...notice, ...office };
