export default {
  "map.title": "Map of the market",
  "map.lead": "Touch a province to see what is there. The figure on it is tonnes.",
  "map.offered": "Offers",
  "map.demanded": "Demands",
  "map.province": "Province",
  "map.offered.tonnes": "Offered, tonnes",
  "map.demanded.tonnes": "Wanted, tonnes",
  "map.table": "Provinces with goods",
  "map.none": "Nothing is open now.",
  "map.show": "Show",
  "map.darker": "Darker is more",
  "map.of": ({ province, tonnes }: { province: string; tonnes: string }) => `${province}: ${tonnes} tonnes`,
};
