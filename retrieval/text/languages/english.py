"""English, as the analyser needs it; the form of these tables is told in `table.py`."""

STOP_WORDS = """
    a about above after again all also am among an and any are aren't as at be because been
    before being below between both but by can can't cannot could couldn't did didn't do does
    doesn't doing don't down during each either else ever for from further had hadn't has
    hasn't have haven't having he her here hers herself him himself his how i if in into is
    isn't it its itself just let's me more most much my myself neither no nor not of off on
    once only onto or other ought our ours ourselves out over own per please same shall shan't
    she should shouldn't so some such than that the their theirs them themselves then there
    these they this those through to too under until up upon us very was wasn't we were
    weren't what when where whether which while who whom whose why will with within without
    won't would wouldn't yet you your yours yourself yourselves i'm i've i'd i'll you're
    you've you'd you'll he'd he'll she'd she'll it'd it'll we're we've we'd we'll they're
    they've they'd they'll that'll who've who'd who'll there'll many
    arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent whats
    whos wheres hows whys thats theres heres wont wouldnt im ive youre youve youd youll theyre
    theyve theyd theyll weve itll thatll ain't aint y'all
"""

# Before a name, mostly left out where a paper prints it; "Dr" is kept, as in "Dr. Phil".
FORMS_OF_ADDRESS = "mr mrs ms mx prof sen rev sir"

# Of the forms below, those that are names where they have a capital.
NAME_FORMS = """
    bent bit bore drew dug fed grey grew knelt lent lit met rang rose roses said sang sat saw spun
    sung woke
"""

# Stop words that are also names: of films, bands, people. Others hardly are.
NAMES = "Who Us It"
VERBS_AND_NAMES = "Will Can"
SMALL_IN_HEADLINES = """
    a an and as at but by for from if in into nor of off on onto or out over per so than the to
    up via vs with
"""
ACRONYMS = "US"  # stop words but for their capitals


IRREGULAR = """
    arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became,
    begin began begun, bend bent, bite bit bits bitten, bleed bled, blow blew blown,
    break broke broken, breed bred, bring brought, build built, burn burnt, buy bought,
    catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt,
    dig dug, draw drew drawn, dream dreamt, drink drank drunk drunks drunken, drive drove driven,
    eat ate eaten, fall fell fallen, feel felt, fight fought, find found,
    flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
    forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given,
    go went gone, grow grew grown, hang hung, hear heard, hide hid hidden, hold held,
    keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant, learn learnt,
    leave left leaves leaf leafs, lend lent, light lit, lose lost, make made, mean meant,
    meet met, pay paid,
    prove proven, ride rode ridden, ring rang rung, rise rose roses risen, run ran, say said,
    see saw saws seen sawn sawed, seek sought, sell sold, send sent, shake shook shaken,
    shine shone, shoot shot shots, show shown, shrink shrank shrunk, sing sang sung, sink sank
    sunk, sit sat,
    sleep slept, slide slid, speak spoke spoken, spend spent, spill spilt, spin spun,
    spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung,
    strike struck stricken, swear swore sworn, sweep swept, swim swam swum, swing swung,
    take took taken, teach taught, tear tore torn, tell told, think thought thoughts,
    throw threw thrown, understand understood, undergo underwent undergone, wake woke woken,
    wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew
    withdrawn, write wrote written, overthrow overthrew overthrown, overtake overtook
    overtaken, withstand withstood, mistake mistook mistaken, foresee foresaw foreseen,
    man men mens, woman women womens, child children childrens, foot feet, tooth teeth,
    mouse mice, goose geese, ox oxen, live lives life lived living, wife wives,
    half halves halve halved, knife knives, wolf wolves, calf calves, loaf loaves, shelf shelves,
    scarf scarves, thief thieves, crisis crises, bacterium bacteria, criterion criteria,
    phenomenon phenomena, hypothesis hypotheses, diagnosis diagnoses, basis bases,
    analyze analysis analyses analyse,
    gray grey greys, mom mum mums moms, math maths, toward towards, afterward afterwards,
    die died dies dying, lie lied lies lying, tie tied ties tying
"""

# Words that are typed without their apostrophe, and are no others: what stands on either side.
CONTRACTIONS = (
    ("(?:ca|do|does|did|is|was|are|were|has|have|had|would|could|should)n", "t"),
    ("i", "m|ve"),
    ("you|they", "re|ve|ll"),
    ("we", "ve"),
    ("he|she|that|what", "s"),
)
