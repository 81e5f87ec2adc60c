"""What stands in a page's address that says where a reader came from, not what the page is."""

import re

# Parameters of mailings, advertisements, share buttons and feeds, whatever page they stand on.
NAMES = frozenset(
    # clicks, told by who sold or counted them
    "fbclid gclid gclsrc dclid gbraid wbraid gad_source srsltid msclkid yclid ysclid ymclid twclid"
    " ttclid igshid igsh li_fat_id epik rb_clickid clickid irclickid wickedid vgo_ee obclid"
    # mailings
    " mc_cid mc_eid mkt_tok dm_i ml_subscriber ml_subscriber_hash sfmc_id sfmc_sub nr_email_referer"
    " elqtrackid elqtrack elqaid elqat elqcampaignid s_cid __s emc nl nlid newsletter_id"
    # counters and social networks
    " _ga _gl _openstat spm scid trk trkid trkcampaign wprov xtor xtref xtcr ito cmp cmpid icid"
    " intcid ncid ocid ftag mbid reflink smid smtyp smprod smprof sr_share soc_src soc_trk tsrc"
    " guccounter guce_referrer guce_referrer_sig ftcamp sharetype sharetoken socialshare"
    " __twitter_impression feature_id linkid hsctatracking hss_channel _branch_match_id"
    " _branch_referrer action_object_map action_type_map action_ref_map fb_action_ids"
    " fb_action_types feedname feedtype iesrc campaign_id instance_id segment_id user_id"
    # the same page for a printer, a telephone or a search engine's cache
    " amp amp_js_v usqp print printable printview".split()
)
VISITS = frozenset("phpsessid jsessionid sessionid session_id aspsessionid".split())
FAMILIES = re.compile(
    r"(?:utm|at|pk|piwik|mtm|matomo|hsa|oly|vero|ns|wt|fb|itm|gad|stm|cm)_|_hs|wt\.|__cft__|__tn__"
)
# These may name a page as well: they are dropped where its path does so already.
AMBIGUOUS = frozenset(
    "ref referer referrer ref_src ref_url source src from via cid campaign partner share shared sh"
    " mod feature origin medium channel rss output outputtype".split()
)
# A visit, where its number is as long as those are.
OF_VISIT = frozenset("sid s sess session sessid oscsid zenid cfid cftoken".split())
VISIT = re.compile(r"(?=.*\d)(?:[\da-f]{16,}|[\w,-]{20,})", re.I | re.A)
NAMES_PAGE = re.compile(r"\d{5}|[^/\-_]+(?:[-_][^/\-_]+){2,}[^/]*$")  # a number, or three words


def _is_visit(name: str, value: str) -> bool:
    bare = name.casefold()
    return bare in VISITS or (bare in OF_VISIT and VISIT.fullmatch(value) is not None)


def is_tracking(name: str, value: str, path: str) -> bool:
    """Whether a parameter of a query tells nothing of the page.

    A number under an ambiguous name may be a record's, so it stays.
    """
    bare = name.casefold()
    if bare in NAMES or FAMILIES.match(bare) or _is_visit(name, value):
        return True
    return bare in AMBIGUOUS and not value.isdigit() and NAMES_PAGE.search(path) is not None


def without_tracking(address: str) -> str:
    """The address of the same page that tells nothing of who came, from where; as it is spelt."""
    place, _, view = address.partition("#")
    place, _, query = place.partition("?")
    kept = [
        one for one in query.split("&") if one and not is_tracking(*one.partition("=")[::2], place)
    ]
    told = f"?{'&'.join(kept)}" if kept else ""
    return f"{place}{told}{f'#{view}' if view.startswith(('!', '/')) else ''}"
