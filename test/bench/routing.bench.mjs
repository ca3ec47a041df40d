import { runRoutingBench } from './routing/run.mjs';

export const bench = ({ root }) => runRoutingBench(root);
