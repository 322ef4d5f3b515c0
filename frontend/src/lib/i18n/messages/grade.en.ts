import type { Translation } from "#lib/i18n/types";
import type vi from "./grade.vi";

export default {
  "grades.title": "Grades and sizes",
  "grades.lead": "What each grade means, what the trade calls it, and the size labels of each kind of goods.",
  "grades.tolerance": ({ percent }: { percent: number }) => `Up to ${percent} % by number or weight may fall short of the grade.`,
  "grades.ungraded": "Not graded: the whole orchard, large and small together.",
  "grades.also.extra": "In the trade: VIP, top, picked. Fine goods, true to variety, nearly without a mark.",
  "grades.also.first":
    "In the trade: class 1, A; oranges of about 4–6 to the kilogram. Slight marks on the skin that do not reach the flesh; fresh leaves, few old ones.",
  "grades.also.second": "In the trade: class 2, B. Marks on the skin, uneven shape, outer leaves slightly yellow, sound where it is eaten.",
  "grades.also.ungraded": "In the trade: xô, the whole orchard or field; the small ones are called cam bi.",
  "grades.local":
    "What the trade calls the sizes of vegetables: nhỏ, bé is S; vừa, trung bình is M; to, lớn, dài is L; rất to is XL. A list may use either.",
  "grades.own": "The programme's own sheet; it quotes no standard.",
  "grades.ownSizes": ({ standard }: { standard: string }) => `Classes after ${standard}. The size labels are the programme's.`,
  "grades.extraOnly": ({ standard }: { standard: string }) => `Extra class after ${standard}; classes 1 and 2 summed up by the programme.`,
  "grades.minimum": "Minimum for every class: sound, not rotten, not badly bruised, clean.",
  "grades.code": "Size",
  "grades.measure.diameter_mm": "Diameter, mm",
  "grades.measure.weight_g": "Weight of one, g",
  "grades.measure.length_cm": "Length, cm",
  "grades.from": ({ figure }: { figure: string }) => `from ${figure}`,
  "grades.overlap":
    "In some tables the ranges overlap: a size is the label you choose when you pack. The tables are a help; for export compare the edition in force.",
  "grades.sheet.orange": "Oranges",
  "grades.sheet.mandarin": "Mandarins, Canh mandarin",
  "grades.sheet.lime": "Seedless limes",
  "grades.sheet.pummelo": "Pomelos",
  "grades.sheet.tomato": "Tomatoes",
  "grades.sheet.cucumber": "Cucumbers",
  "grades.sheet.carrot": "Carrots",
  "grades.sheet.lettuce": "Lettuces",
  "grades.sheet.cabbage": "Cabbages",
  "grades.sheet.chinese-cabbage": "Chinese cabbages",
  "grades.sheet.cauliflower": "Cauliflowers, broccoli",
  "grades.sheet.kohlrabi": "Kohlrabi",
  "grades.sheet.leafy": "Leafy vegetables",
  "grades.sheet.celery": "Celery",
  "grades.sheet.herb": "Herbs, spring onions",
  "grades.sheet.chayote": "Chayotes",
  "grades.sheet.wax-gourd": "Wax gourds",
  "grades.sheet.pumpkin": "Pumpkins",
  "grades.sheet.bottle-gourd": "Bottle gourds",
  "grades.sheet.loofah": "Sponge gourds",
  "grades.sheet.bitter-gourd": "Bitter gourds",
  "grades.sheet.green-bean": "Green beans",
  "grades.sheet.yard-long-bean": "Yard-long beans",
  "grades.sheet.okra": "Okra",
  "grades.sheet.aubergine": "Aubergines",
  "grades.sheet.chilli": "Chilli",
  "grades.sheet.sweet-corn": "Corn",
  "grades.sheet.daikon": "Daikon",
  "grades.sheet.potato": "Potatoes",
  "grades.sheet.sweet-potato": "Sweet potatoes",
  "grades.sheet.taro": "Taro",
  "grades.sheet.ginger": "Ginger",
  "grades.sheet.garlic": "Garlic",
  "grades.sheet.bamboo-shoot": "Fresh bamboo shoots",
  "grades.sheet.mushroom": "Mushrooms",
  "grades.classes.tomato":
    "Extra: firm, true to the variety, nearly without blemish. First: reasonably firm, no cracks; slight skin defects, a slightly odd shape and very slight bruises pass. Second: the least that the standard asks.",
  "grades.classes.cucumber":
    "Extra and first: practically straight, an arc of at most 10 mm on 10 cm of length. Extra: nearly without blemish. First: slight defects pass. Second: the least that the standard asks.",
  "grades.classes.carrot":
    "Extra: washed, smooth, regular, no green or purple top. First: a green or purple top of up to 1 cm on carrots of up to 10 cm, up to 2 cm on longer ones. Second: the least that the standard asks.",
  "grades.classes.lettuce":
    "First and second only. First: well formed, firm, undamaged, no frost damage. Second: reasonably well formed; slight discolouration and slight damage by pests pass.",
  "grades.classes.cabbage":
    "Extra: firm, compact, even in colour, outer leaves neither torn nor bruised. First: firm, at most 4 wrapper leaves; shape or colour slightly off, bruises of up to 2 cm². Second: slightly misshapen; outer leaves yellow up to a tenth, bruises of up to 4 cm². No burst, rotten or bolted heads.",
  "grades.classes.chinese-cabbage":
    "Extra: tight heads, base cut flat, outer leaves whole. First: closed heads; outer leaves slightly torn or bruised. Second: slightly loose, outer leaves slightly yellow; no rot at the base, not bolted.",
  "grades.classes.cauliflower":
    "Extra: fine, close, even in colour, unmarked. First: close, colour slightly off, slight marks. Second: slightly loose or yellow; no rot, not in flower, no grubs.",
  "grades.classes.kohlrabi":
    "Extra: round, tender, not cracked, leaves fresh. First: shape slightly off, slight scratches. Second: uneven, healed marks; neither woody nor cracked.",
  "grades.classes.leafy":
    "Extra: fresh, tender, even, no yellow or eaten leaf, roots cut, dry outside. First: fresh, now and then a torn or pierced leaf. Second: still fresh, few old or slightly yellow leaves, uneven. Nothing waterlogged, rotten or muddy.",
  "grades.classes.celery":
    "Extra: crisp, straight, even stalks, no yellow leaf. First: slight scratches, few slightly yellow leaves. Second: uneven, slightly stringy; no rot, not bolted.",
  "grades.classes.herb":
    "Extra: fresh, fragrant, even, no yellow leaf, dry outside. First: fresh, few slightly wilted tips. Second: still fresh, few yellow leaves, uneven. Nothing rotten or muddy. Not sized.",
  "grades.classes.chayote":
    "Extra: true to the variety, no defects but very slight ones on the skin. First: shape or colour slightly off, slight skin defects that do not reach the flesh. Second: the least that the standard asks. None fibrous, germinated or with hard spines.",
  "grades.classes.wax-gourd":
    "Extra: straight, even, skin sound, with its stalk. First: slightly bent or uneven, slight healed scratches. Second: bent, healed marks; neither bruised nor hollow.",
  "grades.classes.pumpkin":
    "Extra: ripe, well shaped, skin sound, with its stalk. First: shape slightly off, slight healed scratches. Second: uneven, healed marks; neither bruised nor rotten.",
  "grades.classes.bottle-gourd":
    "Extra: tender, of the variety's colour, not swollen by seeds, unmarked. First: shape slightly off, pale where it lay on the ground, healed marks on up to 5 % of the skin. Second: misshapen, healed marks; not fibrous.",
  "grades.classes.loofah":
    "Extra: tender, straight, not fibrous, skin sound. First: slightly bent, slight scratches. Second: bent, healed marks; neither fibrous nor bruised.",
  "grades.classes.bitter-gourd":
    "Extra: tender, straight, ridges even, not yet yellow. First: slightly bent, few broken ridges. Second: bent, marked; not ripe, not bruised.",
  "grades.classes.green-bean":
    "Extra: tender, straight, snapping, stringless, seeds not showing. First: tender, slightly bent, slight skin marks, small seeds. Second: reasonably tender, seeds not too large, marked; no rot, little rust.",
  "grades.classes.yard-long-bean":
    "Extra: practically free of defects. First: slight defects, fresh and firm. Second: the least that the standard asks. All: whole, fresh, firm, not fibrous, clean, dry outside.",
  "grades.classes.okra":
    "Extra: firm, true to the variety, very slight skin defects only. First: shape slightly off, colour off on at most 5 % of the surface, slight scars. Second: the least that the standard asks. All: not fibrous, stalk cut clean.",
  "grades.classes.aubergine":
    "Extra: firm, stalk intact, flesh sound, slight skin defects only. First: slight defects. Second: the least that the standard asks. All: not fibrous, no hard seeds.",
  "grades.classes.chilli":
    "Extra: true to the variety, very slight defects on at most 0.5 % of the surface. First: slight defects. Second: the least that the standard asks. All: whole, firm; the stalk may be missing where the break is clean.",
  "grades.classes.sweet-corn":
    "Extra: filled cobs, tender grains, green husk. First: few grains missing at the tip. Second: uneven grains, bare tip; no grubs, not old.",
  "grades.classes.daikon":
    "Extra: straight, white, smooth, not cracked. First: slightly bent, slight scratches. Second: bent or forked, healed marks; neither pithy nor rotten.",
  "grades.classes.potato":
    "Extra: sound, well shaped, clean. First: shape slightly off, slight scratches. Second: uneven, healed marks. None green, sprouted or rotten.",
  "grades.classes.sweet-potato":
    "Extra: sound, well shaped, smooth. First: shape slightly off, slight scratches. Second: uneven, healed marks. None weevil-eaten, sprouted or rotten.",
  "grades.classes.taro":
    "Extra: sound, well shaped, free of soil. First: shape slightly off, slight scratches. Second: uneven, healed marks. None hard at the core or rotten.",
  "grades.classes.ginger":
    "Extra: clean, well shaped, very slight skin defects only. First: firm, neither shrivelled nor sprouted, slight defects. Second: the least that the standard asks. All: skin and cuts dried.",
  "grades.classes.garlic":
    "Extra: dry, firm, well shaped, skin closed. First: outer skin slightly split. Second: outer skin torn, at most three cloves missing. None mouldy, empty or sprouted.",
  "grades.classes.bamboo-shoot":
    "Extra: tender, white, base cut flat, not bruised. First: base slightly old, slight bruises. Second: uneven, an old base to be cut off; no rot. Not sized.",
  "grades.classes.mushroom":
    "Extra: caps whole, even, not fully open, dry. First: caps slightly chipped. Second: uneven, open, chipped; neither slimy nor mouldy. Not sized.",
} satisfies Translation<typeof vi>;
