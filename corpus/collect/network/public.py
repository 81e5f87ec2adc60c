"""Which addresses of the internet protocol are anybody's: only those are asked."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Source: IANA, IPv4 and IPv6 Special-Purpose Address Registries. `ipaddress.is_global` is no
# help: it is true for multicast, for relays, and for addresses that carry another inside.
NOT_PUBLIC = tuple(
    map(
        IPv4Network,
        """
        0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
        192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24
        198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3
        """.split(),
    )
)
UNICAST = IPv6Network("2000::/3")  # all that is given out; translated and mapped ones lie outside
NOT_PUBLIC_6 = tuple(
    map(
        IPv6Network,
        # protocols and Teredo, documentation, 6to4, AS112, documentation
        "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split(),
    )
)


def is_public(address: str) -> bool:
    """Whether a numeric address is one public host's, and carries no other inside."""
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in network for network in NOT_PUBLIC)
    if parsed.scope_id is not None or parsed not in UNICAST:
        return False
    return not any(parsed in network for network in NOT_PUBLIC_6)
