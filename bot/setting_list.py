"""All there is to set: an entry each, of which `deploy/settings.example.toml` is made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import platformdirs
from msgspec import Struct

from bot import setting_values as read
from bot.errors import SettingsError
from bot.setting_values import HostPort
from bot.token_file import token_in
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.registry import DEFAULT

PREFIX = "BACKISSUE_"
TELEGRAM_API_URL = "https://api.telegram.org"
LISTEN = HostPort("127.0.0.1", 8080)


class About(Struct, frozen=True):
    """How a setting is read (see `setting_values`), what it is for, and how it may look.

    `example` where it has no default, or none that is the same on all machines.
    """

    read: Callable[[object], Any]
    says: str
    example: object = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All there is to set. `archive` None means `data_folder()`, or the sample if that is empty."""

    archive: Annotated[
        Path | None,
        About(
            read.folder,
            "The archive's folder; else one in the user's data folder. With a cluster there need"
            " be none to ask.",
            "/var/lib/backissue/archive",
        ),
    ] = None
    engine: Annotated[
        str,
        About(
            read.engine,
            "tantivy (on disk), rank-bm25 (in memory, small archives) or opensearch (a cluster).",
        ),
    ] = DEFAULT
    opensearch_hosts: Annotated[
        tuple[str, ...],
        About(
            read.cluster_hosts,
            "Addresses of a cluster's nodes, for the engine opensearch; where there is no archive,"
            " what lies there is asked.",
            ["https://search-1.example.org:9200", "https://search-2.example.org:9200"],
        ),
    ] = ()
    opensearch_user: Annotated[
        str | None, About(read.text, "Who this program is on the cluster.", "backissue")
    ] = None
    opensearch_password: Annotated[
        str | None, About(read.text, "The cluster's password for that user; never logged.", "abc")
    ] = field(default=None, repr=False)
    opensearch_ca: Annotated[
        Path | None,
        About(
            read.folder,
            "A file of the certificates to trust on the cluster, where the usual ones are not it.",
            "/etc/backissue/cluster.pem",
        ),
    ] = None
    opensearch_shards: Annotated[
        int,
        About(
            read.number(1, 1024),
            "Shards of an index that is built from now on: one for each 10 to 50 GB of it.",
        ),
    ] = 1
    opensearch_name: Annotated[
        str,
        About(
            read.index_name,
            "What all that lies on the cluster begins with. Archives of one name are asked together"
            " where there is no archive at hand.",
        ),
    ] = "backissue"
    timezone: Annotated[
        str | None,
        About(read.zone_name, "The zone of local times; else this machine's.", "Europe/Vilnius"),
    ] = None
    contact: Annotated[
        str | None,
        About(
            read.text,
            "An address of yours, told to the sites that are collected from; else the postmaster"
            " of this machine.",
            "mailto:archive@example.org",
        ),
    ] = None
    state: Annotated[
        Path | None,
        About(
            read.folder,
            "The folder of what the bot remembers; else one in the user's state folder.",
            "/var/lib/backissue/state",
        ),
    ] = None
    telegram_token: Annotated[
        str | None,
        About(read.text, "The bot's token, from @BotFather; never logged.", "12345678:ABC-xyz"),
    ] = field(default=None, repr=False)
    telegram_token_file: Annotated[
        Path | None,
        About(
            read.folder,
            "A file that holds the token and nothing else, where no token is set.",
            "/etc/backissue/token",
        ),
    ] = None
    telegram_api_url: Annotated[
        str, About(read.web_address, "Another Bot API server than Telegram's.")
    ] = TELEGRAM_API_URL
    private: Annotated[bool, About(read.switch, "Answer only `allow` and `admins`.")] = False
    allow: Annotated[
        tuple[int, ...],
        About(
            read.ids,
            "Chats and people, by id, that are answered; with one, no others but admins are.",
            [-1001234567890, 123456789],
        ),
    ] = ()
    block: Annotated[
        tuple[int, ...],
        About(read.ids, "Chats and people, by id, that are never answered.", [-1009876543210]),
    ] = ()
    admins: Annotated[
        tuple[int, ...],
        About(
            read.ids,
            "People, by id, who run this bot; answered wherever nothing is blocked.",
            [123456789],
        ),
    ] = ()
    user_limit: Annotated[
        int,
        About(
            read.number(0, 10_000),
            "Questions a minute that one person may ask, in a group at most 10; 0: any number.",
        ),
    ] = 60
    chat_limit: Annotated[
        int,
        About(
            read.number(0, 10_000),
            "Questions a minute in one chat, in a group at most 20; 0: any number.",
        ),
    ] = 120
    search_threads: Annotated[
        int, About(read.number(1, 64), "Searches at the same time; the machine's processors.")
    ] = 2
    search_processes: Annotated[
        int,
        About(
            read.number(0, 64),
            "Processes that search, each with 150 MB and more of its own; 0: the bot's own threads"
            " do, on one processor together.",
        ),
    ] = 0
    webhook: Annotated[
        str | None,
        About(
            read.web_address,
            "The public https address at which Telegram reaches this bot; else it asks Telegram.",
            "https://bot.example.org/telegram",
        ),
    ] = None
    listen: Annotated[
        HostPort,
        About(read.host_and_port, "Where the webhook is served, behind a proxy that has https."),
    ] = LISTEN
    webhook_secret: Annotated[
        str | None,
        About(
            read.secret,
            "What Telegram proves itself by at the webhook; else one is made at each start.",
            "letters-digits_and-dashes",
        ),
    ] = field(default=None, repr=False)
    metrics: Annotated[
        HostPort | None,
        About(
            read.host_and_port,
            "Where /health and /metrics (for Prometheus) are served; else nowhere.",
            "127.0.0.1:9464",
        ),
    ] = None

    @property
    def state_folder(self) -> Path:
        return self.state or platformdirs.user_state_path("backissue")

    @property
    def cluster(self) -> ClusterAddress | None:
        """Where the engine opensearch finds its cluster. Raises SettingsError."""
        if not self.opensearch_hosts:
            return None
        if self.opensearch_password and not self.opensearch_user:  # it would not be sent
            raise SettingsError(f"{variable('opensearch_user')}: it is not set, the password is")
        return ClusterAddress(
            self.opensearch_hosts,
            user=self.opensearch_user,
            password=self.opensearch_password,
            ca=self.opensearch_ca,
            shards=self.opensearch_shards,
            name=self.opensearch_name,
        )

    def token(self) -> str:
        """The bot's token, or "" where none is set. Raises SettingsError."""
        if self.telegram_token or self.telegram_token_file is None:
            return self.telegram_token or ""
        return token_in(self.telegram_token_file, variable("telegram_token_file"))


SETTINGS: dict[str, About] = {
    name: hint.__metadata__[0]
    for name, hint in get_type_hints(Settings, include_extras=True).items()
}


def variable(name: str) -> str:
    """What a setting is called in the environment."""
    return PREFIX + name.upper()
