"""Articles from the web, asked for one by one: addresses checked, sizes and times capped, the own network barred."""
