// The layout comes without types.
declare module "cytoscape-fcose" {
    import type {Ext} from "cytoscape";
    const fcose: Ext;
    export default fcose;
}
