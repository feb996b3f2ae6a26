"""The desk: the Textual app in which articles are read side by side and claims are tagged.

`actions` and `keys` say what can be done and which keys do it; `handlers` do it, on the parts that `story_desk` puts
together and the state kept in `reading`; `draw` turns that state into lines of text, `screens` show it, and `canvas`
puts it on the terminal. Nothing below the screens knows them: what the app and the screen are asked for stands in
`shell`, what a handler asks of a view in `handlers.view`.
"""
