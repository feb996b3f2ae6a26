"""copydesk: read several newsrooms' coverage of one story side by side.

The way of an article through the code, each step by the names to look for:

1. `cli.main` finds the command; `commands.open.open_desk` starts the worker process, `desk.process.worker.Worker`.
2. There `story.loading.load` opens the sources; `story.articles.read_article` decodes, extracts and sanitises one.
3. `story.passages.passages` cuts its text: from here on all is said of passages, in code points of that text.
4. `compare.engine.compare_story` takes the articles two by two: `compare.links.linking.overlap_links` finds what is the
   same, `compare.disputes.conflict_links` what differs, `compare.facts.facts_of` who says what.
5. The comparison comes back to `desk.story.story_desk.StoryDesk`; `desk.reading.state.use_comparison` keeps it by
   passage.
6. `desk.screens.panes.PanesScreen` has it drawn, `desk.draw.panes.draw_panes` as lines; `desk.canvas.Canvas` shows
   them, and `desk.driver.quiet.QuietDriver` sends the terminal what differs.
7. A key goes through `desk.keyboard.keys.KeyReader` and the table in `desk.keyboard.actions.ACTIONS` to one of
   `desk.handlers.HANDLERS`.
8. A tag goes through `desk.record.claiming.Claiming` to `claims.anchors.anchor_of`, which ties it to its words, and
9. to `claims.store.Store`: one transaction, one event in the history, before the screen says so.
10. `reports.exchange.export_claims` and `reports.comparison_formats.COMPARISON_FORMATS` take claims and findings out.

Arrows run one way: `desk` → `reports` → `claims` → `compare` → `story`; inside the engine, `engine` → `sources` →
`links` → `scoring` → `conflicts` → `text`; inside the desk, `screens` → `handlers` → `story` → `prompts` → `draw` →
`views` → `record` → `reading` → `keyboard`. `resources` and `settings` find the shipped files and the editor's
wishes.
"""

__version__ = "0.1.0"
