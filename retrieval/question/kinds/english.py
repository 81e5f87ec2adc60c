"""English, as telling a question from a claim and from chatter needs it; see `speech.py`."""

import re
from pathlib import Path

from retrieval.question.kinds.speech import Speech, words_of
from retrieval.text.lazy_pattern import LazyPattern

_AUXILIARY = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|must|may|might"
    r"|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|can't|won't)"
)
_ASKING_WORD = r"(?:who|whom|whose|what|which|when|where|why|how)"
_IS_IT_SO = (
    r"(?:is|was) (?:it|this|that) (?:really |actually |even )?(?:so|true|real|right|correct|fake"
    r"|legit|accurate|a fact|a hoax|for real|fake news)(?: or (?:not|false|fake|real))?"
)
_UNIT = (
    r"(?:cups?|ounces?|oz|grams?|teaspoons?|tablespoons?|tbsp|tsp|pounds?|lbs?|kg|kilos?|kilograms?"
    r"|miles?|km|kilomet(?:er|re)s?|feet|foot|inch(?:es)?|cm|met(?:er|re)s?|yards?|lit(?:er|re)s?"
    r"|gallons?|pints?|quarts?|ml)"
)
# Of one, and hardly ever nouns: of those in a million paragraphs of news that stood behind "he",
# "she", "it" or "who", or else behind a word that has a noun behind it, nine in ten were verbs.
OF_ONE = words_of(Path(__file__).with_name("english_verbs.txt").read_text("utf-8"))
_SHORT = r"(?:whats|whos|wheres|whens|hows|whys)"

ENGLISH = Speech(
    code="en",
    asking=re.compile(
        r"\?|_{2,}|:\s*$|…\s*$"
        rf"|^\W*(?:(?:and|so|but|or|ok|okay|hey|hi|please|then|well|um|wait)\W+)*"
        rf"(?!what an?\b)(?:{_ASKING_WORD}|{_SHORT})\b(?!\s+(?:cares|knew)\b)"
        rf"|\b{_SHORT}\b"
        # "how many", "why did"; a clause that belongs to a noun or a verb has another order
        r"|\bhow (?:many|much|old|long|far|tall|often|big|high|deep|fast|heavy|rich|likely)\b"
        rf"|(?<!\bthat )\b(?:what|when|where|why|how) {_AUXILIARY}\b"
        r"|\b(?:to|by|of|for|with|at|from|than|as|called|since)\W*$"
        r"|\bwhat about\b|\bof the following\b"
        rf"|\b(?:in|at|on|to|from|by|for|of|with|under|during) (?:which|what|whom|whose)\b"
        rf"(?=[^.,;]*[.]?$)(?! (?:he|she|it|they|we|the|a|an|is|was|are|were)\b)"
        r"|\bwhy [\w'-]+\W*$|\b(?:after|before|because|since) who\b"  # "red dye why banned"
        # in its place: "resigned when", "catching fire which model"
        rf"|\b{_ASKING_WORD}\W*$|\b(?:which|what|whose) (?!an? )(?:[\w'-]+ )?[\w'-]+\W*$"
        r"|\b(?:does|did|do|can|could|has|have|is|are) (?:anyone|anybody|somebody|someone)\b"
        r"|^\W*(?:any(?:one|body) (?:know|remember|got|have)s?\b)"
    ),
    request=re.compile(
        r"^\W*(?:(?:hi|hey|hello|ok|okay|so|please|pls|bot)\W+)*"
        r"(?:(?:(?:can|could|would|will) you (?:please )?"
        r"|i(?:'d| would)? (?:want|like|need) (?:you )?to )?"
        r"(?:(?:tell|show|give|find|get|send|remind) (?:me|us)(?: again)?|find"
        r"|search(?: for)?|look (?:up|for|into)|know|explain|describe|list|name"
        r"|summari[sz]e|compare|google|define)\b"
        r"|do you (?:know|have|remember)\b|what (?:do|can) you (?:know|have|tell me)\b"
        r"|(?:the )?(?:latest|newest)(?: (?:news|updates?))? (?:on|about|from|in)\b"
        r"|(?:is there )?any(?:thing)? (?:(?:new|news|updates?|info) )?(?:on|about|from)\b"
        r"|(?:news|info|information|details|facts|updates?) (?:on|about|from)\b"
        r"|(?:i )?wonder(?:ing)?\b|looking for\b)"
        r"(?: (?:some|something|anything|everything|all|more|what|the (?:latest|news))\b)*"
        r"(?: (?:about|on|of|for)\b)?",
        re.I,
    ),
    openers=words_of(
        "is are was were am do does did has have had can could would should isn't aren't wasn't "
        "weren't don't doesn't didn't hasn't haven't hadn't can't couldn't wouldn't shouldn't"
    ),
    deictic=LazyPattern(
        r"^\W*(?:all of )?(?:this|these) (?!(?:is|was|are|were|has|had|will|would|can|does|did|week"
        r"|month|year|morning|afternoon|evening|weekend|time|spring|summer|autumn|fall|winter)\b)"
        r"|\b(?:of|in|by|to|from|at|for|as|with|announced|because) (?:this|these) "
        r"(?!(?:week|month|year|morning|afternoon|evening|weekend|time|day|season|spring|summer"
        r"|autumn|fall|winter|century|decade|point|way|moment)\b)\w+"
        r"|\b(?:this|these) (?:[\w-]+ ){0,3}(?:country|state|city|company|leader|area|region|nation"
        r"|actor|actress|star|celebrity|singer|musician|artist|movie|film|show|player|team|athlete"
        r"|candidates?|politician|author|brand|chain|airline|drink|food|item)\b"
        r"|^\W*true or false\b",
        re.I,
    ),
    claimed_age=LazyPattern(
        r"\b(?:is|was|turned|turns)(?: (?:now|only|just|already|about|over))? \d{1,3}"
        r"(?:\W*$| years? old\b)"
        r"|^\W*(?:is|was) \D{2,40} \d{1,3}(?: years? old)?\W*$",
        re.I,
    ),
    finite=words_of(
        """
        is are was were am isn't aren't wasn't weren't isnt arent wasnt werent ain't aint
        has had have hasn't hadn't haven't hasnt hadnt havent does did doesn't didn't don't doesnt
        didnt dont will won't wont would wouldn't wouldnt can't cannot cant can could couldn't
        couldnt should shouldn't shouldnt must shall
        he's she's it's that's there's they're we're you're i'm they've we've you've i've he'd
        she'd they'd he'll she'll they'll we'll it'll i'll
        became began blew broke brought built bought caught chose came dealt drew drank drove ate
        fell felt fought found fled flew forbade forgot forgave froze got gave went grew held hid
        kept knew laid led left lent lost made meant met paid rode rang rose ran said saw sought
        sold sent shook shot shrank sang sank slept spoke spent spun sprang stood stole stuck
        struck swore swept swam swung took taught tore told thought threw understood underwent woke
        wore won withdrew wrote overthrew overtook withstood mistook foresaw beat bit quit hit hurt
        says wants denies owns becomes believes thinks knows gives gets takes makes goes means
        keeps brings loses wins dies lies contains belongs remains seems refuses admits agrees
        accuses announces confirms insists expects hates loves prefers earns sells buys pays tells
        costs eats drinks spreads kills causes cures prevents increases reduces protects destroys
        weakens allows requires forces lets includes consists exists happens works lives plays
        resigns resign arrests invades bombs joins leaves rejects signs steals supports opposes
        bans wears hosts plans
        died lied tied
        arose dug foresaw lit misled overcame overrode oversaw pled rebuilt repaid retook undertook
        upheld withheld
        """
    )
    | OF_ONE,
    unchanged=words_of("broadcast bid cast cost cut let put set shed shut split upset"),
    cut_things=words_of(
        "budget job jobs output pay power price prices production rate rates spending stock tax "
        "taxes wage wages"
    ),
    ambiguous=words_of(
        "left hit shot hurt works lives plays plans spreads costs leaves bans signs hosts causes "
        "increases bid cast cost set split"
    ),
    of_a_person=words_of("works lives plays"),
    participles=words_of(
        "built brought bought caught found held kept laid lent made paid sold sent shot spent "
        "struck swept taught told hit hurt dug lit misled rebuilt repaid upheld withheld"
    ),
    present=words_of(
        """
        cause kill cure prevent spread contain own want hate love need support oppose make have
        take get give know think believe say deny refuse work live eat drink pay earn cost come go
        lie die win lose increase reduce protect destroy weaken allow require carry use turn grow
        """
    ),
    intransitive=words_of(
        """
        agreed apologized apologised appeared arrived apologised backed campaigned collapsed
        collided crashed dared decided declined died disappeared dropped emerged ended erupted
        escaped evolved exploded failed happened hoped imploded increased jumped landed lasted lied
        listened lived looked marched married moved occurred participated played plunged
        pretended promised protested reacted refused relied remained resigned responded
        resulted retired retreated returned rioted ruled rushed seemed served shouted skied slipped
        smiled soared started stayed stopped struggled succeeded suffered surged surrendered
        survived testified traveled travelled tried tripped turned tumbled vanished visited voted
        waited walked wanted worked wished
        """
    ),
    no_verbs=words_of(
        """
        need needs needed speed seed feed red bed wed fed shed breed bleed indeed hundred united
        kindred sacred naked wicked armed alleged so-called hatred bobsled succeed exceed
        proceed agreed-upon biased limited advanced led-zeppelin ted ned jared mohamed mohammed
        ahmed hamed fred alfred reed weed deed greed creed embed infrared medicated gifted explained
        mixed sheed tweed parched unidentified unprecedented undocumented unmanned unvaccinated
        """
    ),
    determiners=words_of(
        "a an the this that these those my your his her its our their every each any some no"
    ),
    spans=words_of("hour day night week weekend month season year decade century"),
    no_subjects=words_of(
        """
        to of in on at by for from with about into over under against between during without within
        through near than as like or most more least less very too so just newly recently ever
        who which whose whom what be been being is are was were am not
        """
    ),
    hearsay=LazyPattern(
        r"^\W*(?:(?:i|we)(?:'ve| have| just| once| also)* (?:heard|read|saw|think|thought|believe)"
        r"|(?:i|we) (?:was|were) told|(?:they|people|some|friends) (?:say|said|claim|claimed)"
        r"|(?:somebody|someone|my \w+) (?:says|said|claims|claimed|told (?:me|us))|apparently"
        r"|rumou?r has it|(?:it )?turns out|til|can(?:'t|not) believe|did you know"
        r"|(?:just a )?reminder|(?:fun|random) fact)(?: that)?\b[:,]?",
        re.I,
    ),
    vouching=re.compile(
        r"^\W*(?:(?:hey|hi|so|ok|okay|wait|guys|omg|wow|um)\W+)*"
        rf"(?:{_IS_IT_SO}|(?:really|seriously|true|real|fake|legit|right|correct)"
        r"(?: or (?:not|false|fake|real))?"
        r"|(?:can|could) (?:anyone|anybody|someone|somebody|you|we) (?:please )?"
        r"(?:confirm|verify|check|fact[- ]check)(?: (?:this|that|it))?(?: please)?"
        r"|(?:(?:has|have) )?(?:anyone|anybody|you(?: guys)?) (?:seen|heard|read)"
        r"(?: (?:this|that|about (?:this|that)))?"
        r"|(?:did|does) (?:that|this|it) (?:really |actually )?happen"
        r")\s*\?+(?=\s)|^\W*(?:please )?fact[- ]?check(?: (?:this|that|please|it))?\s*[?:]+(?=\s)"
        rf"|(?:\s[-–—]|[.!?;\n])\s*{_IS_IT_SO}[?!\s]*$",
        re.I,
    ),
    heads=words_of(
        "first last only latest number amount list name names date day year month cause reason "
        "total percentage percent share when cost costs price prices rate rates size length list "
        "result results winner winners score scores location place details"
    ),
    wanted=words_of("name names amount cause reason location"),
    relative=words_of("who which that where when whose after before since while because if until"),
    prepositions=words_of(
        "in on at by for from with to into over under against between during without within after "
        "before since near through about of off amid because while around round across behind than"
    ),
    small_talk=words_of(
        """
        hi hello hey heya hiya yo howdy greetings sup wassup morning afternoon evening night good
        great nice cool fine awesome amazing perfect wonderful lovely sweet neat brilliant best
        better bad worst terrible awful boring lame dumb stupid silly idiot useless crap sucks
        suck shit fuck fucking damn hell wtf omg lol lmao lmfao rofl haha hahaha hehe heh ha xd ok
        okay okey k kk yes yeah yep yup ya no nope nah maybe perhaps sure right alright true
        exactly indeed agreed absolutely definitely totally probably thanks thank thx ty tysm tnx
        cheers welcome np yw please pls plz sorry apologies oops bye goodbye cya later soon
        tomorrow tonight today congrats congratulations happy merry birthday christmas weekend
        everyone everybody anyone anybody someone guys folks people all friend friends mate bro
        dude man buddy pal sir boss dear team group chat bot bots robot robots human machine
        chatbot joke jokes story poem song sing dance laugh funny hilarious fun tell say speak
        talk answer ask question help know think feel like love hate want need get got give make
        do doing done did go going gone come see look hear mean try let put take feelings name old
        real alive sleep bored tired busy hungry lonely time day thing things stuff something
        anything nothing everything way lot bit really well much wrong correct idea mind care
        trust agree understand brb afk gtg idk imo imho tbh nvm gg wp wow whoa oh ah aha uh um hmm
        hm mhm huh meh ugh yay yikes aww gosh test testing ping check hmmm aaa up here there back
        first same again one two im ur u r thats whats hows its dont cant isnt didnt doesnt wont
        youre shut stfu bruh cringe based facts ratio gm gn sounds fair enough point asked fast
        online delete year grab beer drink lunch dinner pizza coffee cute sad mad weird crazy
        worries worry bother problem problems start stop quit cancel seriously serious interesting
        interested kidding guy makes sense nobody cares poor weather rip minute five knew told
        made disagree appreciate appreciated helpful helped useful slow broken spam spamming
        whatever busted blown thumbs comment ew eww yuck wanna gonna gotta lemme gimme dunno kinda
        noob loser legend genius savage sassy rude shame pity jeez geez gee duh phew woah ouch
        dang heck bless blessed respect salute kudos props applause tldr lmk ikr smh tfw yolo plox
        thnx thankyou hullo morn nite gnight sleepy sick drunk lazy bye-bye awake awesomeness
        hooray woohoo bingo touche touché ahem ahoy aye roger copy noted understood pleasure
        forgot remember repeat shout chill relax calm hurry quick quickly good-night excuse pardon
        forgive believe promise swear guess hope wish wonder bet dare joking trolling troll emoji
        sticker spoiler obvious pin pinned mute muted unmute notifications mods admins crying
        laughing ello ttyl omw jk rn irl ftw tgif hmu istg nbd ngl oof pog wyd wdym tbf gtfo ffs
        ofc obv srsly lolz girl boy girls boys gals y'all yall aboard sweetie honey darling babe
        hugs kisses xoxo nonsense rubbish garbage trash lies liar bullshit bs cringey ridiculous
        pathetic annoying obnoxious awkward gross disgusting terrific fabulous incredible
        unbelievable insane nuts dope explain deal mood shrug bestie classic noice legit preach
        iconic epic fail vibe vibes goals fam sis aight gotcha welp bummer wholesome relatable
        rekt drama goodness gracious mercy wake shh pff aww bravo encore hurrah woop yippee
        obviously literally basically apparently honestly frankly anyway
        anyways besides though
        """
    ),
    address=re.compile(
        r"^\W*(?:hello|hi|hey|heya|hiya|yo|sup|howdy|greetings|gm|gn|bye|goodbye|happy birthday"
        r"|good (?:morning|afternoon|evening|night)|congrats|congratulations|cheers|thanks"
        r"|thank you|thx)(?: there| dear| again)?,? (?!kitty|world)[^\W\d_]+\s*"
        r"(?:[,!.]+(?= )|\W*$)",
        re.I,
    ),
    phrases=re.compile(
        r"(?:what(?:'?s| is)? (?:the )?(?:time|date|day)(?: is it| is today| today)?(?: now)?"
        r"|what(?:'?s| is| are)? (?:you|your|u) .{0,24}"
        r"|who (?:are|made|built|created|owns) (?:you|u)"
        r"|how (?:are|r|do|old are) (?:you|u|ya)\b.{0,16}"
        r"|(?:what|how)(?:'?s| is) the weather(?: like)?(?: today| tomorrow| outside)?"
        r"|(?:flip|toss) a coin|roll (?:a|the) dic?e|(?:knock )+who's there|knock knock"
        r"|(?:set|start) (?:an? )?(?:alarm|timer|reminder).{0,24}|play .{0,20}music.{0,10}"
        r"|(?:please )?remind (?:me|us) (?:to|in|at|on) .{1,80}"
        r"|do (?:a|an|the|some|your) .{1,20}|are (?:you|u) (?:an? )?\w+(?: than .{1,20})?"
        r"|(?:[^\W\d_]+ ){1,5}gif|mic drop|eye ?roll|face ?palm|slow clap|chef'?s kiss"
        r"|say (?:something|anything|it|that|hello|hi|cheese)\b.{0,20}"
        r"|welcome (?:aboard|back|home|to (?:the|our) (?:club|group|chat|team|party))"
        r"|(?:sleep well|take care|sweet dreams|safe travels|good luck)"
        r"(?: (?:today|tonight|tomorrow|all|everyone|everybody|guys|mate|bro|to you|with that))?"
        r"|(?:please )?(?:be quiet|go away|come back|off to (?:bed|work|school))|at last|finally"
        r"|it'?s (?:raining|snowing|hot|cold|late)(?: (?:here|outside|today|now))?"
        r"|(?:get well|rest in peace|have an? (?:good|nice|great|lovely|safe)|enjoy your) .{1,25}"
        r"|(?:merry|happy) (?:xmas|christmas|new year|easter|holidays|halloween|weekend|anniversary"
        r"|b-?day|birthday|\w+day)(?: \w+)?"
        r"|(?:who'?s|count me|i'?m|all) (?:in|out)|what did (?:i|we) miss"
        r"|side ?eye|popcorn(?: time)?|touch grass|hold my beer|\+\d+"
        r"|(?:(?:i'?m|i'?ll be|be) )?(?:back|home|there|here) (?:in|at|by) .{1,15}"
        r"|well (?:played|said|done|deserved)(?: \w+)?|ok(?:ay)? \w+er"
        r"|(?:that|this|it)(?: (?:bot|chat|group|guy|place|song|video|pic|picture|photo))?"
        r"(?:'?s| is| was)(?: not| so| such| an?| all| just| really)* \w+"
        r"|translate .{1,40}|(?:what(?:'?s| is) )?the meaning of life|rock paper scissors"
        r"|(?:please )?(?:write|sing|tell|read|make) (?:me|us) (?:a|an|another|some|up)\b"
        r"(?: \w+){1,2}(?: please)?"
        # what assistants are asked to do
        r"|(?:what|whats|what's the|what is the) time (?:is it )?in .{1,20}"
        r"|(?:please )?convert .{1,40} (?:to|into) .{1,20}|how (?:do|would) (?:you|i) say .{1,40}"
        rf"|how many {_UNIT} (?:are |is )?(?:there )?(?:in|to|make)(?: an?| one| \d+)? {_UNIT}"
        r"|(?:(?:can|could|will) you )?(?:please )?(?:write|compose|make up|draw|sing)(?: me| us)?"
        r" (?:an?|another|some) (?:[\w-]+ )?(?:poem|haiku|song|story|joke|limerick|rap|essay)"
        r"(?: (?:about|for|on|of|with) .{1,40})?)"
    ),
    sum=re.compile(
        r"(?:(?:what(?:'?s| is)|how much is|calculate|compute|solve) )?"
        r"[-+(\s]*[\dx][\d.,x\s()%]*(?:(?:[-+*×÷^=·]| / |plus|minus|times|divided by|squared|% of"
        r"|percent of| x )\s*[\d.,x\s()%?]*)+[=?!\s]*"
    ),
    named=re.compile(r"^\W*(?:thank you|no)\b", re.I),
    joining=words_of("and or"),
    articles=words_of("the a an"),
    of_oneself=words_of("i i'm i've i'd i'll im me my mine myself we're let's lets"),
    endings=words_of("s es ed ing"),
    to_another=words_of("you you're you've youre u ur your yours yourself bot"),
)
